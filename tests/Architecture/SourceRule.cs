using System.Text.RegularExpressions;

namespace BerthOpt.Tests.Architecture;

/// <summary>
/// A rule of docs/design.md that can be read off the source text. <see cref="Offender"/> is a made-up file that breaks it: a rule that
/// lets its own offender pass would let everything pass.
/// </summary>
internal sealed record SourceRule(string Name, Func<SourceFile, bool> AppliesTo, Func<SourceFile, bool> IsBroken, SourceFile Offender)
{
    private static readonly string[] Problems = ["Berths", "Cranes", "Empties"];

    private static readonly string[] EmptyNames = ["Utils", "Common", "Helpers", "Manager", "Service"];

    // In two parts, or this file would break the rule it states.
    private static readonly string[] LocalFolders = ["/" + "tmp/", "/" + "work/", "/" + "home/", ":\\" + "Users\\"];

    private static readonly Regex Simd = new(@"System\.Runtime\.Intrinsics|\bunsafe\b|\bVector(64|128|256|512)?<|\bVector(64|128|256|512)\.");

    public static IReadOnlyList<SourceRule> All { get; } =
    [
        new(
            "Google.OrTools is used in Solvers, in files named *CpSat* or *Lp* alone",
            file => file.IsIn("src"),
            file => Uses(file, "Google.OrTools") && !(file.IsIn("src/Solvers") && IsNative(file.Name)),
            new("src/Solvers/Berths/Construction.cs", "using Google.OrTools.Sat;")),
        new(
            "Berths, Cranes and Empties never import one another",
            file => file.IsIn("src") && ProblemOf(file) is not null,
            file => Problems.Any(other => other != ProblemOf(file) && Uses(file, "BerthOpt." + other)),
            new("src/Core/Berths/BerthProblem.cs", "using BerthOpt.Cranes;")),
        new(
            "Berths, Cranes and Empties know nothing of Port",
            file => file.IsIn("src/Core") || file.IsIn("src/Solvers"),
            file => ProblemOf(file) is not null && Uses(file, "BerthOpt.Port"),
            new("src/Solvers/Berths/BerthSolver.cs", "using BerthOpt.Port;")),
        new(
            "In Core and Solvers, Port alone knows several problems",
            file => file.IsIn("src/Core") || file.IsIn("src/Solvers"),
            file => !file.IsIn("src/Core/Port") && !file.IsIn("src/Solvers/Port") && Problems.Count(problem => Uses(file, "BerthOpt." + problem)) > 1,
            new("src/Solvers/Search/QuayWork.cs", "using BerthOpt.Berths;\nusing BerthOpt.Cranes;")),
        new(
            "Vectors, intrinsics and unsafe code live in src/Core/Kernels alone",
            file => file.IsIn("src") && !file.IsIn("src/Core/Kernels"),
            file => Simd.IsMatch(file.Code),
            new("src/Solvers/Berths/Evaluator.cs", "var v = new Vector<int>(3);")),
        new(
            "No file is called Utils, Common, Helpers, Manager or Service",
            _ => true,
            file => EmptyNames.Any(name => file.Name.Contains(name, StringComparison.Ordinal)),
            new("src/Core/Berths/BerthUtils.cs", string.Empty)),
        new(
            "A checker knows nothing of the search",
            file => file.IsIn("src/Core"),
            file => file.Name.Contains("Checker", StringComparison.Ordinal) && Uses(file, "BerthOpt.Search"),
            new("src/Core/Berths/BerthChecker.cs", "using BerthOpt.Search;")),
        new(
            "No checker stands among the solvers",
            file => file.IsIn("src/Solvers"),
            file => file.Name.Contains("Checker", StringComparison.Ordinal),
            new("src/Solvers/Berths/BerthChecker.cs", string.Empty)),
        new(
            "No file names a folder of somebody's machine",
            _ => true,
            file => LocalFolders.Any(folder => file.Text.Contains(folder, StringComparison.Ordinal)),
            new("tests/Berths/BerthFormatTests.cs", "File.ReadAllText(\"/" + "tmp/instance.txt\")")),
    ];

    public override string ToString() => Name;

    private static bool Uses(SourceFile file, string space) => Regex.IsMatch(file.Code, $@"\b{Regex.Escape(space)}\b");

    private static bool IsNative(string name) =>
        name.Contains("CpSat", StringComparison.Ordinal) || name.Contains("Lp", StringComparison.Ordinal);

    /// <summary>The problem's room a file stands in: the folder below Core, Solvers, Api or Cli.</summary>
    private static string? ProblemOf(SourceFile file)
    {
        string[] parts = file.Path.Split('/');
        return parts.Length > 3 && Problems.Contains(parts[2]) ? parts[2] : null;
    }
}
