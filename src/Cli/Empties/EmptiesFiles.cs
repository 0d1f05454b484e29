using BerthOpt.Cli.Files;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary>Empties problems and plans as the text of files.</summary>
internal static class EmptiesFiles
{
    /// <summary>A problem as JSON.</summary>
    public static string Json(EmptiesProblem problem) => OutputFile.Written(stream => EmptiesDocument.Write(problem, stream, indented: true));

    /// <summary>A plan as JSON, with its cost where it is known.</summary>
    public static string Json(EmptiesProblem problem, EmptiesPlan plan, EmptiesCost? cost = null) =>
        OutputFile.Written(stream => EmptiesPlanDocument.Write(problem, plan, cost, stream, indented: true));
}
