using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Docs;

public sealed class GlossaryTests
{
    [Fact]
    public void Every_word_has_its_Chinese_one_and_a_meaning()
    {
        var rows = File.ReadLines(Path.Combine(SourceFile.Root(), "docs", "glossary.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| word", StringComparison.Ordinal)).ToList();

        Assert.InRange(rows.Count, 50, int.MaxValue);
        Assert.All(rows, row => Assert.Matches(@"^\| [^|]+ \| [^|]*\p{IsCJKUnifiedIdeographs}[^|]* \| [^|]+ \|$", row));
    }
}
