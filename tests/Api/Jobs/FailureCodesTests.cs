using System.Text.RegularExpressions;
using BerthOpt.Api;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Api;

public sealed class FailureCodesTests
{
    [Fact]
    public void The_page_explains_every_code_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "errors.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("Failed jobs", StringComparison.Ordinal));

        Assert.Equal(FailureCodes.All.Order(), Regex.Matches(section, @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order());
    }
}
