using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Docs;

/// <summary>What pages show of the command line is what it understands. (C# and curl of the pages run in their own tests.)</summary>
public sealed class CommandLinesTests
{
    private static readonly string _root = SourceFile.Root();

    public static TheoryData<string> Pages => [.. new[] { "docs", "src", "samples", "." }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(_root, folder), "*.md", folder is "docs" or "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/')).Where(page => !page.Contains("/bin/", StringComparison.Ordinal) && !page.Contains("/node_modules/", StringComparison.Ordinal) && Lines(page).Any()).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_command_line_understands_what_stands_on(string page) => Assert.All(Lines(page), line =>
    {
        var parse = BerthOpt.Cli.Program.Root(new BerthOpt.Cli.Host { Out = TextWriter.Null, Error = TextWriter.Null }, default).Parse([.. CommandLineParser.SplitCommandLine(line).Skip(1)]);

        Assert.True(parse.Errors.Count == 0, $"{line}: {string.Join(' ', parse.Errors.Select(error => error.Message))}");
    });

    [Fact]
    public void The_pages_have_many() => Assert.InRange(Pages.Count, 5, int.MaxValue);

    /// <summary>The lines in code blocks that begin with the command: of alternatives the first, without remarks.</summary>
    private static IEnumerable<string> Lines(string page) => Regex.Matches(File.ReadAllText(Path.Combine(_root, page)).ReplaceLineEndings("\n"), "^```[a-z]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
        .SelectMany(block => block.Groups[1].Value.Split('\n'))
        .Select(line => Regex.Replace(line.Replace("dotnet run -c Release --project src/Cli --", "berthopt", StringComparison.Ordinal), @"\s+#.*$|\s{2,}\S.*$", ""))
        .Where(line => line.StartsWith("berthopt ", StringComparison.Ordinal) && !line.StartsWith("berthopt COMMAND", StringComparison.Ordinal))
        .Select(line => Regex.Replace(line, @"(?<=\w)\|[\w|-]+", ""));
}
