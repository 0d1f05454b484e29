using System.Text.RegularExpressions;
using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests;

/// <summary>What the README shows is true.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = RepositoryRoot();
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_runs_and_says_what_it_found()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        Example(output, new FolderWriter(folder.Path));

        Assert.Matches(@"^(Optimal|Feasible): cost \d+, at least \d+, valid\s*$", output.ToString());
        Assert.Contains("Cygnus", File.ReadAllText(folder["plan.svg"]));
    }

    [Fact]
    public void The_example_in_the_README_is_the_one_that_runs()
    {
        var code = Regex.Match(Readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var source = File.ReadAllText(Path.Combine(Root, "tests", "ReadmeTests.cs")).ReplaceLineEndings("\n");
        var method = Regex.Match(source, @"// README begins\n(.*?)\n *// README ends", RegexOptions.Singleline).Groups[1].Value;

        // With the namespaces that it needs, so that it compiles where it is copied to.
        const string Usings = "using BerthOpt.Berths;\nusing BerthOpt.Search;\n\n";
        Assert.InRange(code.Split('\n').Length - 1, 5, 22);
        Assert.Equal(code.TrimEnd(), Usings + Regex.Replace(method, "^        ", "", RegexOptions.Multiline));
    }

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var pages = new[] { "docs", "samples" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories))
            .Where(page => !page.Contains("/bin/", StringComparison.Ordinal))
            .Append(Path.Combine(Root, "README.md"));
        var links = pages.SelectMany(page => Regex.Matches(File.ReadAllText(page), @"\]\(([^)#: ]+)[^):]*\)")
            .Select(match => Path.Combine(Path.GetDirectoryName(page)!, match.Groups[1].Value))).ToList();

        Assert.InRange(links.Count, 10, int.MaxValue);
        Assert.All(links, link => Assert.True(Path.Exists(link), link));
    }

    [Fact]
    public void The_exit_codes_are_those_of_the_command_line()
    {
        var told = Regex.Matches(Readme, @"^\| (\d+) \|", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value));
        var codes = typeof(BerthOpt.Cli.ExitCode).GetFields().Select(field => (int)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(), told.Order());
    }

    // The names of the parameters stand in for the classes, so that the example writes nowhere but here.
    private static void Example(StringWriter Console, FolderWriter File)
    {
        // README begins
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 48, // slots of an hour
            Quays = [new Quay { Id = "north", Length = 60 }], // sections of 10 m
            Calls =
            [
                new Call { Id = "Aurora", Length = 30, Arrival = 0, Handling = Handling.Fixed(12), Rates = new Rates { Waiting = 3, Stay = 1 } },
                new Call { Id = "Borealis", Length = 25, Arrival = 2, Handling = Handling.Fixed(20), Rates = new Rates { Waiting = 1, Stay = 1 } },
                new Call { Id = "Cygnus", Length = 40, Arrival = 6, Handling = Handling.Fixed(8), Rates = new Rates { Waiting = 2, Stay = 1 } },
            ],
        });
        var result = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.FromSeconds(1) });
        var check = BerthChecker.Check(problem, result.Plan!); // a second opinion: shares no code with the solver
        Console.WriteLine($"{result.Status}: cost {result.Cost}, at least {result.LowerBound}, {(check.IsValid ? "valid" : "refused")}");
        File.WriteAllText("plan.svg", BerthSvg.Render(problem, result.Plan!));
        // README ends
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "BerthOpt.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No BerthOpt.sln above {AppContext.BaseDirectory}. Maybe the tests run outside their repository.");
    }

    /// <summary>Stands in for <see cref="System.IO.File"/>, so that the example writes to a test's own folder.</summary>
    private sealed class FolderWriter(string folder)
    {
        public void WriteAllText(string name, string text) => System.IO.File.WriteAllText(Path.Combine(folder, name), text);
    }
}
