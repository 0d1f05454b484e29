using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class BerthPlanCsvTests
{
    private const string Header = "vessel,berth,position,start,end,cranes\n";

    private static readonly BerthInstance Fine = FormatSamples.Read(FormatSamples.BacaspTravel);

    [Fact]
    public void Writes_times_positions_and_cranes_in_the_units_of_the_instance()
    {
        var plan = new BerthPlan([new Assignment(0, -1, 2, 20, 57, 2, 0), new Assignment(0, -1, 6, 110, 138, 1, 1)]);
        const string text = Header + "1,,3,1,2.85,1 2\n2,,7,5.5,6.9,2\n";

        Assert.Equal(text, BerthPlanCsv.Write(plan, Fine));
        Assert.Equal(plan.Assignments, BerthPlanCsv.Read(text, Fine).Assignments);
    }

    [Fact]
    public void Berths_are_counted_over_all_quays_and_sections_along_them()
    {
        var instance = SmallPort();
        var plan = new BerthPlan([new Assignment(0, -1, 0, 0, 3, 3), new Assignment(1, 1, 5, 0, 3), new Assignment(2, 2, 8, 4, 9), null, new Assignment(3, -1, 19, 1, 2)]);
        const string text = Header + "1,,0,0,3,x3\n2,2,5,0,3,\n3,5,8,4,9,\n4,,,,,\n5,,59,1,2,\n";

        Assert.Equal(text, BerthPlanCsv.Write(plan, instance));
        Assert.Equal(plan.Assignments, BerthPlanCsv.Read(text, instance).Assignments);
    }

    [Fact]
    public void Rows_may_come_in_any_order_with_spaces_and_empty_lines()
    {
        var plan = BerthPlanCsv.Read("\uFEFF" + Header.TrimEnd() + "\r\n\r\n2 , , 7 ,5.50,6.9, 2\r\n1,,,,,\r\n", Fine);

        Assert.Equal([null, new Assignment(0, -1, 6, 110, 138, 1, 1)], plan.Assignments);
    }

    [Theory]
    [InlineData("vessel,berth\n", "line 1", "\"vessel,berth\"")]
    [InlineData(Header + "1,,3,1,2.85\n", "line 2", "only 5 fields")]
    [InlineData(Header + "1,,3,1,2.85,1,\n", "line 2", "more than 6 fields")]
    [InlineData(Header + "3,,3,1,2.85,1\n", "line 2", "vessel \"3\"")]
    [InlineData(Header + "0,,3,1,2.85,1\n", "line 2", "vessel \"0\"")]
    [InlineData(Header + "1,1,3,1,2.85,1\n", "line 2", "there is no berth")]
    [InlineData(Header + "1,,3.5,1,2.85,1\n", "line 2", "position \"3.5\"")]
    [InlineData(Header + "1,,,1,2.85,1\n", "line 2", "position \"\"")]
    [InlineData(Header + "1,,3,1.01,2.85,1\n", "line 2", "start \"1.01\"")]
    [InlineData(Header + "1,,3,1,1e3,1\n", "line 2", "end \"1e3\"")]
    [InlineData(Header + "1,,3,1,99999999999999999999999999999,1\n", "line 2", "end \"9999")]
    [InlineData(Header + "1,,3,1,NaN,1\n", "line 2", "end \"NaN\"")]
    [InlineData(Header + "1,,3,1,2,1 3\n", "line 2", "cranes \"1 3\"")]
    [InlineData(Header + "1,,3,1,2,2 1\n", "line 2", "cranes \"2 1\"")]
    [InlineData(Header + "1,,3,1,2,0\n", "line 2", "cranes \"0\"")]
    [InlineData(Header + "1,,3,1,2,x-1\n", "line 2", "cranes \"x-1\"")]
    [InlineData(Header + "1,,,,,\n1,,,,,\n", "line 3", "vessel 1, which line 2 has")]
    [InlineData(Header + "1,,,,,\n", "line 3", "without vessel 2")]
    public void Names_the_line_and_the_field(string text, string line, string token)
    {
        var fault = Assert.Throws<InvalidInputException>(() => BerthPlanCsv.Read(text, Fine));

        Assert.Contains(fault.Faults, each => each.Place == line && each.Message.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_all_faults_at_once() =>
        Assert.Equal(["line 2", "line 2", "line 3"], Assert.Throws<InvalidInputException>(() => BerthPlanCsv.Read(Header + "1,,a,1,b,\n7,,3,1,2,\n", Fine)).Faults.Select(fault => fault.Place));

    [Theory]
    [InlineData("2,,25,0,3,", "no berth at position")]
    [InlineData("1,,60,0,3,", "expected one on the 4 quays")]
    [InlineData("2,6,5,0,3,", "berth \"6\"")]
    public void Names_places_that_do_not_exist(string row, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidInputException>(() => BerthPlanCsv.Read(Header + row, SmallPort())).Message);

    public static TheoryData<Assignment> Unsayable { get; } = new(
        [new Assignment(4, -1, 0, 0, 1), new Assignment(0, 0, 0, 0, 1), new Assignment(1, -1, 0, 0, 1), new Assignment(2, 3, 0, 0, 1), new Assignment(0, -1, 20, 0, 1), new Assignment(0, -1, 0, 0, 1, -1), new Assignment(0, -1, 0, 0, 1, 0, 2)]);

    [Theory]
    [MemberData(nameof(Unsayable))]
    public void Refuses_to_write_what_it_could_not_read_back(Assignment assignment) =>
        Assert.Throws<ArgumentException>(() => BerthPlanCsv.Write(new BerthPlan([assignment, null, null, null, null]), SmallPort()));

    /// <summary>Four quays: continuous, two berths, three berths, continuous; 20, 10, 10 and 20 sections.</summary>
    private static BerthInstance SmallPort() => new()
    {
        Format = BerthFormat.Json,
        Problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays =
            [
                new Quay { Id = "a", Length = 20 },
                new Quay { Id = "b", Length = 10, Layout = QuayLayout.Discrete, Berths = [Berth("b1", 0), Berth("b2", 5)] },
                new Quay { Id = "c", Length = 10, Layout = QuayLayout.Hybrid, Berths = [Berth("c1", 0), Berth("c2", 4), Berth("c3", 8)] },
                new Quay { Id = "d", Length = 20 },
            ],
            Calls = [.. Enumerable.Range(1, 5).Select(number => new Call { Id = $"{number}", Length = 1, Arrival = 0, Handling = Handling.Fixed(1) })],
        }),
    };

    private static Berth Berth(string id, int start) => new() { Id = id, Start = start, Length = 2 };
}
