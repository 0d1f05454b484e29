using System.Reflection;
using System.Text.RegularExpressions;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;
using BerthOpt.Empties.Flows;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Diagnostics;

/// <summary>The codes of the faults that checkers report.</summary>
public sealed class FaultCodesTests
{
    /// <summary>The codes of each checker, and the section of <c>docs/errors.md</c> that explains them.</summary>
    public static TheoryData<Type, string> Checkers => new()
    {
        { typeof(BerthFaultCodes), "Plans of berths" },
        { typeof(CraneFaultCodes), "Plans of cranes" },
        { typeof(EmptiesFaultCodes), "Plans for empties" },
        { typeof(FlowFaultCodes), "Plans of flows" },
    };

    /// <summary>All codes of a checker.</summary>
    public static IReadOnlyList<string> In(Type codes) => [.. codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Checkers))]
    public void The_page_explains_every_code_of_a_plan_and_no_other(Type codes, string heading)
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "errors.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith(heading, StringComparison.Ordinal));

        var explained = Regex.Matches(section, @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order();

        Assert.Equal(In(codes).Order(), explained);
    }

    [Fact]
    public void The_page_explains_every_code_of_an_explanation_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "errors.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("Explanations of berth plans", StringComparison.Ordinal));

        var explained = Regex.Matches(section, @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order();

        Assert.Equal([.. In(typeof(LeftOutCodes)).Concat(In(typeof(CounterfactualCodes))).Order()], explained);
    }

    [Theory]
    [InlineData(typeof(BerthFaultCodes))]
    [InlineData(typeof(CraneFaultCodes))]
    [InlineData(typeof(EmptiesFaultCodes))]
    public void Codes_are_kebab_case_and_unique(Type codes)
    {
        Assert.All(In(codes), code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code));
        Assert.Distinct(In(codes));
    }
}
