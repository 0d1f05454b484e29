using System.Text.Json;
using System.Text.RegularExpressions;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Docs;

/// <summary>The page on key figures speaks of each, and of no other.</summary>
public sealed class KpiPageTests
{
    [Theory]
    [InlineData("Berths", typeof(BerthKpis))]
    [InlineData("Cranes", typeof(CraneKpis), typeof(CraneVesselKpis))]
    [InlineData("Empties", typeof(EmptiesKpis))]
    public void The_page_has_the_figures_of(string problem, params Type[] kpis)
    {
        var section = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "kpis.md")).Split("\n## ").Single(part => part.StartsWith(problem, StringComparison.Ordinal));

        var told = Regex.Matches(section, @"^\| `(\w+)` \| \S", RegexOptions.Multiline).Select(row => row.Groups[1].Value);

        Assert.Equal(kpis.SelectMany(type => type.GetProperties()).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), told);
    }
}
