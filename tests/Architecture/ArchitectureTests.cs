using System.Reflection;

namespace BerthOpt.Tests.Architecture;

/// <summary>The rules of docs/design.md. A rule that is only written down is broken by the third change.</summary>
public sealed class ArchitectureTests
{
    private const string Core = "BerthOpt.Core";
    private const string Solvers = "BerthOpt";
    private const string Api = "BerthOpt.Api";
    private const string Cli = "BerthOpt.Cli";
    private const string Client = "BerthOpt.Client";

    public static TheoryData<string> RuleNames => [.. SourceRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_source_keeps_the_rule(string name)
    {
        SourceRule rule = SourceRule.All.Single(r => r.Name == name);

        SourceFile[] broken = [.. SourceFile.All.Where(rule.AppliesTo).Where(rule.IsBroken)];

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_rule_catches_its_offender(string name)
    {
        SourceRule rule = SourceRule.All.Single(r => r.Name == name);

        Assert.True(rule.AppliesTo(rule.Offender));
        Assert.True(rule.IsBroken(rule.Offender));
    }

    [Theory]
    [InlineData("src/Core")]
    [InlineData("src/Solvers")]
    [InlineData("src/Api")]
    [InlineData("src/Cli")]
    [InlineData("src/Client")]
    [InlineData("tests")]
    public void The_rules_look_at_real_files(string folder) => Assert.Contains(SourceFile.All, file => file.IsIn(folder));

    [Theory]
    [InlineData(Core, Solvers, Api, Cli, "Google.OrTools", "Google.Protobuf", "Microsoft.AspNetCore", "System.CommandLine")]
    [InlineData(Solvers, Api, Cli, "Microsoft.AspNetCore", "System.CommandLine", "Spectre.Console")]
    [InlineData(Api, Cli, "System.CommandLine", "Spectre.Console")]
    [InlineData(Cli, Api, "Microsoft.AspNetCore")]
    [InlineData(Client, Solvers, Api, Cli, "Google.OrTools", "Microsoft.AspNetCore")]
    public void Assemblies_point_one_way(string assembly, params string[] forbidden)
    {
        string[] references = References(assembly);

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => forbidden.Any(f => IsOrBelongsTo(name, f)));
    }

    /// <summary>What the test above would see if Core used a solver: this assembly refers to Api, and that is found.</summary>
    [Fact]
    public void References_are_found() => Assert.Contains(Api, References("BerthOpt.Tests"));

    // BerthOpt is an assembly and not a family: BerthOpt.Core belongs to nobody.
    private static bool IsOrBelongsTo(string name, string family) =>
        name == family || (family != Solvers && name.StartsWith(family + ".", StringComparison.Ordinal));

    private static string[] References(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)];
}
