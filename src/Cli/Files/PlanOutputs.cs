using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Files;

/// <summary>The files that a plan is written to; null for none.</summary>
internal sealed record PlanOutputs(OutputFile? Json, OutputFile? Csv, OutputFile? Svg)
{
    /// <summary>Writes the plan and says where it is.</summary>
    public void Write(JudgedPlan plan, long? lowerBound, TextWriter notes)
    {
        Write(Json, plan.Json, notes);
        Write(Csv, plan.Csv, notes);
        Write(Svg, () => plan.Picture(lowerBound), notes);
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
