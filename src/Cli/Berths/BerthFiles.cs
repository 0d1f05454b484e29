using BerthOpt.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>Berth problems and plans as the text of files.</summary>
internal static class BerthFiles
{
    /// <summary>A problem that must be one of berths.</summary>
    /// <exception cref="UsageException">It is one of another kind.</exception>
    public static Instance<BerthProblem, BerthPlan> Require(Instance instance) => instance as Instance<BerthProblem, BerthPlan>
        ?? throw new UsageException($"\"{Printable.Of(instance.Name)}\" is a problem of {instance.Kind}; expected one of berths.");

    /// <summary>A problem as JSON.</summary>
    public static string Json(BerthProblem problem) => OutputFile.Written(stream => BerthDocument.Write(problem, stream, indented: true));

    /// <summary>A plan as JSON, with its cost where it is known.</summary>
    public static string Json(BerthProblem problem, BerthPlan plan, CostTerms? cost = null) =>
        OutputFile.Written(stream => BerthPlanDocument.Write(problem, plan, cost, stream, indented: true));
}
