using System.Globalization;
using System.Text;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Generators;

public sealed class BerthGeneratorTests
{
    public static TheoryData<GeneratedKind> Kinds => [.. Enum.GetValues<GeneratedKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_problem(GeneratedKind kind) =>
        Assert.Equal(Text(BerthGenerator.Generate(kind, null, 11)), Text(BerthGenerator.Generate(kind, null, 11)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_seed_gives_another_problem(GeneratedKind kind) =>
        Assert.NotEqual(Text(BerthGenerator.Generate(kind, null, 11)), Text(BerthGenerator.Generate(kind, null, 12)));

    /// <summary>What the first release drew for seed 1: a change here changes everybody's problems and must be meant.</summary>
    [Theory]
    [InlineData(GeneratedKind.MeiselBierwirth, "V40;13;167;172;6;1;2;6")]
    [InlineData(GeneratedKind.ParkKim, "V40;22;170;175;8;2;5;8")]
    [InlineData(GeneratedKind.Port, "Jade River;31;349;439;20;3;5;232")]
    public void A_seed_gives_the_same_problem_for_ever(GeneratedKind kind, string expected)
    {
        var call = BerthGenerator.Generate(kind, null, 1).Calls[^1];

        Assert.Equal(expected, FormattableString.Invariant($"{call.Id};{call.Length};{call.Arrival};{call.Due};{call.PreferredPosition};{call.Handling.MinCranes};{call.Handling.MaxCranes};{call.Handling.Work[0]}"));
    }

    [Theory]
    [InlineData(GeneratedKind.MeiselBierwirth, 1)]
    [InlineData(GeneratedKind.MeiselBierwirth, 70)]
    [InlineData(GeneratedKind.ParkKim, 1)]
    [InlineData(GeneratedKind.ParkKim, 50)]
    public void Every_size_can_be_planned(GeneratedKind kind, int size)
    {
        var problem = BerthGenerator.Generate(kind, size, 5);
        var plan = FirstComeFirstServed.Plan(problem);

        Assert.Empty(BerthChecker.Check(problem, plan).Faults);
    }

    [Theory]
    [InlineData(GeneratedKind.MeiselBierwirth, 0)]
    [InlineData(GeneratedKind.MeiselBierwirth, BerthGenerator.MaxCalls + 1)]
    [InlineData(GeneratedKind.ParkKim, -1)]
    [InlineData(GeneratedKind.Port, 0)]
    [InlineData(GeneratedKind.Port, BerthGenerator.MaxWeeks + 1)]
    [InlineData((GeneratedKind)99, 1)]
    public void Refuses_other_sizes_and_kinds(GeneratedKind kind, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BerthGenerator.Generate(kind, size, 1));

    [Fact]
    public void Meisel_and_Bierwirth_hold_their_ranges_and_shares()
    {
        var problem = BerthGenerator.MeiselBierwirth(1000, 3);
        var byCranes = problem.Calls.GroupBy(call => call.Handling.MaxCranes).ToDictionary(group => group.Key, group => group.ToArray());

        Assert.Equal((100, 10), (problem.Quays[0].Length, problem.CranePools[0].Count));
        Assert.Equal((600, 300, 100), (byCranes[2].Length, byCranes[4].Length, byCranes[6].Length));
        AssertUniform(8, 21, byCranes[2].Select(call => call.Length));
        AssertUniform(21, 30, byCranes[4].Select(call => call.Length));
        AssertUniform(30, 40, byCranes[6].Select(call => call.Length));
        AssertUniform(0, 167, problem.Calls.Select(call => call.Arrival));
        Assert.All(byCranes[6], call => Assert.InRange(call.Handling.Work[^1], 9, 11));
        Assert.All(problem.Calls, call => Assert.InRange(call.PreferredPosition!.Value, 0, 100 - call.Length));
        Assert.All(problem.Calls, call => Assert.Equal(call.Arrival + (int)Math.Ceiling(1.5 * call.Handling.Work.Min()), call.Due));
    }

    [Fact]
    public void Park_and_Kim_hold_the_fitted_ranges()
    {
        var problem = BerthGenerator.ParkKim(1000, 3);

        Assert.Equal((120, 11), (problem.Quays[0].Length, problem.CranePools[0].Count));
        AssertUniform(15, 35, problem.Calls.Select(call => call.Length));
        AssertUniform(1, 170, problem.Calls.Select(call => call.Arrival));
        AssertUniform(0, 119, problem.Calls.Select(call => call.PreferredPosition!.Value));
        Assert.Equal(5, problem.Calls.Min(call => call.Handling.Work[0]));
        Assert.Equal(24, problem.Calls.Max(call => call.Handling.Work[0]));
        Assert.All(problem.Calls, call => Assert.Equal((2, 5), (call.Handling.MinCranes, call.Handling.MaxCranes)));
    }

    private static void AssertUniform(int least, int greatest, IEnumerable<int> drawn)
    {
        var values = drawn.ToArray();
        var spread = (greatest - least) / Math.Sqrt(12 * values.Length);

        Assert.All(values, value => Assert.InRange(value, least, greatest));
        Assert.InRange(values.Average(), ((least + greatest) / 2.0) - (4 * spread) - 0.1, ((least + greatest) / 2.0) + (4 * spread) + 0.1);
        Assert.InRange(values.Min(), least, least + ((greatest - least) / 8));
        Assert.InRange(values.Max(), greatest - ((greatest - least) / 8), greatest);
    }

    private static string Text(BerthProblem problem)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{problem.Horizon} {problem.Grid} {problem.Objective} {problem.Clearances}");
        text.AppendJoin('\n', problem.Closures).AppendJoin('\n', problem.Movements.Bans).AppendJoin('\n', problem.CranePools.SelectMany(pool => pool.Outages));
        foreach (var call in problem.Calls)
        {
            text.AppendJoin(',', call.Handling.Work).AppendJoin(',', call.Handling.Productivity)
                .AppendJoin(',', call.ArrivalWindows?.Windows ?? []).AppendJoin(',', call.DepartureWindows?.Windows ?? [])
                .AppendLine((call with { Handling = Handling.Fixed(1), ArrivalWindows = null, DepartureWindows = null, Allowed = [], Requires = [] }).ToString());
        }

        return text.ToString();
    }
}
