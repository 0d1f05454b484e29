using BerthOpt.Cli.Files;
using BerthOpt.Cranes;

namespace BerthOpt.Cli.Cranes;

/// <summary>Crane problems and plans as the text of files.</summary>
internal static class CraneFiles
{
    /// <summary>A problem as JSON.</summary>
    public static string Json(CraneProblem problem) => OutputFile.Written(stream => CraneDocument.Write(problem, stream, indented: true));

    /// <summary>A plan as JSON, with its cost where it is known.</summary>
    public static string Json(CraneProblem problem, CranePlan plan, CraneCost? cost = null) =>
        OutputFile.Written(stream => CranePlanDocument.Write(problem, plan, cost, stream, indented: true));
}
