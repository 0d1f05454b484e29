using BerthOpt.Berths;

namespace BerthOpt.Cli.Files;

/// <summary>The files that a plan is written to; null for none.</summary>
internal sealed record PlanOutputs(OutputFile? Json, OutputFile? Csv, OutputFile? Svg)
{
    /// <summary>Writes the plan and says where it is.</summary>
    public void Write(NamedInstance instance, BerthPlan plan, CostTerms cost, long? lowerBound, TextWriter notes)
    {
        Write(Json, () => BerthFiles.Json(instance.Problem, plan, cost), notes);
        Write(Csv, () => BerthFiles.Csv(instance.Instance, plan), notes);
        Write(Svg, () => BerthFiles.Picture(instance.Problem, plan, lowerBound), notes);
    }

    private static void Write(OutputFile? file, Func<string> text, TextWriter notes)
    {
        if (file is not null)
        {
            file.Write(text());
            notes.WriteLine($"Wrote {file.Path}.");
        }
    }
}
