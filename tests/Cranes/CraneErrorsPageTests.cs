using System.Reflection;
using System.Text.RegularExpressions;
using BerthOpt.Cranes;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneErrorsPageTests
{
    [Fact]
    public void The_page_explains_every_code_of_a_plan_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "errors.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("Plans of cranes", StringComparison.Ordinal));

        var explained = Regex.Matches(section, @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order();

        var codes = typeof(CraneFaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order();
        Assert.Equal(codes, explained);
    }
}
