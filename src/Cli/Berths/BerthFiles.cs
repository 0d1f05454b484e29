using BerthOpt.Berths;
using BerthOpt.Cli.Files;

namespace BerthOpt.Cli.Berths;

/// <summary>Berth problems and plans as the text of files.</summary>
internal static class BerthFiles
{
    /// <summary>A problem as JSON.</summary>
    public static string Json(BerthProblem problem) => OutputFile.Written(stream => BerthDocument.Write(problem, stream, indented: true));

    /// <summary>A plan as JSON, with its cost where it is known.</summary>
    public static string Json(BerthProblem problem, BerthPlan plan, CostTerms? cost = null) =>
        OutputFile.Written(stream => BerthPlanDocument.Write(problem, plan, cost, stream, indented: true));
}
