using System.Buffers;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Berths;

public sealed class BerthPlanDocumentTests
{
    private const string Sound = """
        { "formatVersion": "berthopt/berth-plan/1", "assignments": [
          { "call": "B", "assignment": null },
          { "call": "A", "assignment": { "quay": "Q2", "berth": "B3", "positionMetres": 100, "startMinutes": 60, "endMinutes": 180, "cranes": [2, 3] } } ] }
        """;

    private static readonly BerthProblem Problem = new(new BerthParts
    {
        Horizon = 24,
        Quays =
        [
            new Quay { Id = "Q1", Length = 20, Layout = QuayLayout.Discrete, Berths = [new Berth { Id = "B1", Start = 0, Length = 20 }] },
            new Quay { Id = "Q2", Length = 20, Layout = QuayLayout.Discrete, Berths = [new Berth { Id = "B2", Start = 0, Length = 10 }, new Berth { Id = "B3", Start = 10, Length = 10 }] },
        ],
        Calls = [.. new[] { "A", "B" }.Select(id => new Call { Id = id, Length = 5, Arrival = 0, Handling = Handling.ByCranes(1, [3, 2]), Optional = true })],
    });

    [Property(MaxTest = 200)]
    public void What_is_written_reads_back(ulong seed)
    {
        var problem = RandomBerthDocuments.Create(seed);
        var plan = RandomPlan(problem, new Rng(seed));

        var read = BerthPlanDocument.Read(Bytes(problem, plan, BerthChecker.Check(problem, plan).Cost), problem);

        Assert.Equal(plan.Assignments, read.Assignments);
        Assert.Equal(plan.Hash, read.Hash);
    }

    [Fact]
    public void Ids_and_units_are_those_of_the_problem()
    {
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(Sound), Problem);

        Assert.Equal([new Assignment(1, 1, 10, 1, 3, 2, 1), null], plan.Assignments);
    }

    [Fact]
    public void The_cost_is_written_in_units_of_cost()
    {
        var problem = new BerthProblem(Problem.Parts with { Grid = new Grid { CostScale = 100 } });
        using var json = JsonDocument.Parse(Bytes(problem, new BerthPlan([null, null]), new CostTerms { Rejection = 250, Constant = -1 }));

        var cost = json.RootElement.GetProperty("cost");
        Assert.Equal((2.49m, 2.5m, -0.01m), (cost.GetProperty("total").GetDecimal(), cost.GetProperty("rejection").GetDecimal(), cost.GetProperty("constant").GetDecimal()));
    }

    [Theory]
    [InlineData("\"call\": \"B\"", "\"call\": \"C\"", "unknown-reference", "/assignments/0/call")]
    [InlineData("\"call\": \"B\"", "\"call\": \"A\"", "duplicate-entry missing", "/assignments/1/call /assignments")]
    [InlineData("{ \"call\": \"B\", \"assignment\": null },", "", "missing", "/assignments")]
    [InlineData("\"assignment\": null", "\"left\": true", "unknown-property missing", "/assignments/0/left /assignments/0")]
    [InlineData("\"B3\"", "\"B1\"", "unknown-reference", "/assignments/1/assignment/berth")]
    [InlineData("\"B3\"", "\"B9\"", "unknown-reference", "/assignments/1/assignment/berth")]
    [InlineData("[2, 3]", "[3, 2]", "crane-list", "/assignments/1/assignment/cranes")]
    [InlineData("[2, 3]", "[]", "crane-list", "/assignments/1/assignment/cranes")]
    [InlineData("[2, 3]", "[2, 3], \"craneCount\": 2", "crane-list", "/assignments/1/assignment/craneCount")]
    [InlineData("100", "105", "off-grid", "/assignments/1/assignment/positionMetres")]
    [InlineData("plan/1\"", "plan/2\"", "unknown-format", "/formatVersion")]
    [InlineData("plan/1\"", "plan/1\", \"planHash\": \"00\"", "plan-hash", "/planHash")]
    [InlineData("plan/1\"", "plan/1\", \"cost\": { \"total\": 5, \"stay\": 4 }", "cost-sum", "/cost/total")]
    public void Faults_are_told_at_their_place(string old, string with, string codes, string places)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        BerthPlanDocument.TryRead(Encoding.UTF8.GetBytes(Sound.Replace(old, with, StringComparison.Ordinal)), Problem, out _, out var faults);

        Assert.Equal((codes, places), (string.Join(' ', faults.Select(fault => fault.Code)), string.Join(' ', faults.Select(fault => fault.Place))));
    }

    [Theory]
    [InlineData(2, 0, 1, -1)]
    [InlineData(-1, 0, 1, -1)]
    [InlineData(0, 1, 1, -1)]
    [InlineData(0, 0, -1, -1)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, 1, -2)]
    [InlineData(0, 0, 2, int.MaxValue)]
    public void A_plan_that_ids_cannot_say_is_not_written(int quay, int berth, int cranes, int first)
    {
        var plan = new BerthPlan([null, new Assignment(quay, berth, 0, 0, 3, cranes, first)]);

        Assert.Contains("\"B\"", Assert.Throws<ArgumentException>(() => Bytes(Problem, plan, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_and_problems_are_told_apart()
    {
        var plan = Bytes(Problem, new BerthPlan([null, null]), null);

        Assert.True(BerthPlanDocument.LooksLikeDocument(plan));
        Assert.False(BerthDocument.LooksLikeDocument(plan));
        Assert.False(BerthPlanDocument.LooksLikeDocument(BerthDocumentTests.Bytes(Problem)));
    }

    /// <summary>All else that is wrong with a document of another kind follows from that.</summary>
    [Fact]
    public void A_plan_in_place_of_its_problem_has_one_fault_and_so_the_other_way_round()
    {
        BerthDocument.TryRead(Bytes(Problem, new BerthPlan([null, null]), null), out _, out var problem);
        BerthPlanDocument.TryRead(BerthDocumentTests.Bytes(Problem), Problem, out _, out var plan);

        Assert.All([problem, plan], faults => Assert.Equal(("unknown-format", "/formatVersion"), (Assert.Single(faults).Code, faults[0].Place)));
        Assert.Contains("plan stands where its problem should", problem[0].Message, StringComparison.Ordinal);
        Assert.Contains("problem stands where its plan should", plan[0].Message, StringComparison.Ordinal);
    }

    private static BerthPlan RandomPlan(BerthProblem problem, Rng rng) => new(problem.Calls.Select(_ =>
    {
        var quay = rng.Next(problem.Quays.Length);
        var berths = problem.Quays[quay].Berths.Length;
        var first = rng.Next(-1, 3);
        return rng.Next(4) == 0 ? (Assignment?)null : new Assignment(quay, rng.Next(-1, berths), rng.Next(-5, 50), rng.Next(-5, 50), rng.Next(-5, 100), first < 0 ? rng.Next(5) : rng.Next(1, 5), first);
    }));

    private static byte[] Bytes(BerthProblem problem, BerthPlan plan, CostTerms? cost)
    {
        var buffer = new ArrayBufferWriter<byte>();
        BerthPlanDocument.Write(problem, plan, cost, buffer);
        using var stream = new MemoryStream();
        BerthPlanDocument.Write(problem, plan, cost, stream);
        Assert.Equal(buffer.WrittenSpan, stream.ToArray());
        return stream.ToArray();
    }
}
