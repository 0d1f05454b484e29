using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>No replan gives a call a departure that is past, or another one than it had.</summary>
public sealed class PastDeparturesTests
{
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 20_000, Threads = 1 };

    // Handled in slots [2, 8) with two cranes, or [2, 14) with one; leaves with the tide in [8, 9) or [12, 30).
    private static readonly BerthProblem _problem = new(new BerthParts
    {
        Horizon = 40,
        Quays = [new Quay { Id = "north", Length = 20 }],
        CranePools = [new CranePool { Id = "cranes", Quays = [0], Count = 4 }],
        Calls = [new Call { Id = "A", Length = 10, Arrival = 2, Handling = Handling.ByWork(1, 2, 12, 1), DepartureWindows = Tide, Rates = new Rates { Waiting = 10, Stay = 1 } }],
    });

    private static TideWindows Tide => new([new Interval(8, 9), new Interval(12, 30)]);

    [Fact]
    public void A_call_that_waits_for_its_tide_does_not_leave_with_one_that_is_over()
    {
        var result = BerthReplanner.Solve(_problem, Plan(end: 12, cranes: 2), new BerthReplan { Now = 10 }, _brief);

        Assert.Equal(12, result.Result.Plan!.Assignments[0]!.Value.End);
        Assert.Equal(SolveStatus.Optimal, result.Result.Status);
    }

    [Fact]
    public void A_call_under_way_that_gets_other_cranes_leaves_now_or_later()
    {
        var free = new BerthProblem(_problem.Parts with { Calls = [_problem.Calls[0] with { DepartureWindows = null }] });
        var down = new BerthReplan { Now = 10, Events = [new CraneDown { Pool = 0, Crane = 0, Slots = new Interval(10, 20) }] };

        var result = BerthReplanner.Solve(free, Plan(end: 14, cranes: 1), down, _brief);

        Assert.Equal(ReleasedCodes.CranesFree, Assert.Single(result.Revision.Released).Code);
        Assert.Equal(10, result.Result.Plan!.Assignments[0]!.Value.End);
    }

    [Fact]
    public void A_call_that_has_left_has_left_when_it_did()
    {
        // One movement in four slots: B may begin at 10 only if A has not left at 8, as it did.
        var capped = new BerthProblem(_problem.Parts with
        {
            Calls = [_problem.Calls[0] with { DepartureWindows = null }],
            Movements = new MovementLimits { Caps = [new MovementCap { PeriodSlots = 4, Max = 1 }] },
        });
        var added = new CallAdded { NewCall = new Call { Id = "B", Length = 10, Arrival = 10, LatestStart = 10, Handling = Handling.ByWork(1, 1, 4, 1) } };

        var result = BerthReplanner.Solve(capped, Plan(end: 8, cranes: 2), new BerthReplan { Now = 9, Events = [added] }, _brief);

        Assert.Null(result.Result.Plan);
        Assert.Equal(new Interval(8, 9), result.Revision.Problem.Calls[0].Given!.Leaving);
    }

    [Fact]
    public void Windows_do_not_drift_over_a_chain()
    {
        var first = BerthRevision.Of(_problem, Plan(end: 12, cranes: 2), new BerthReplan { Now = 10 }).Problem;
        var chain = BerthRevision.Of(first, Plan(end: 12, cranes: 2), new BerthReplan { Now = 11 }).Problem;
        var straight = BerthRevision.Of(_problem, Plan(end: 12, cranes: 2), new BerthReplan { Now = 11 }).Problem;

        Assert.Equal(BerthDocumentTests.Bytes(straight), BerthDocumentTests.Bytes(chain));
        Assert.Equal(Tide.Windows, chain.Calls[0].Given!.DepartureWindows!.Windows);
        Assert.True(BerthDocument.TryRead(BerthDocumentTests.Bytes(chain), out var read, out _));
        Assert.Equal(BerthDocumentTests.Bytes(chain), BerthDocumentTests.Bytes(read));
    }

    [Fact]
    public void What_is_lifted_of_it_is_what_was_named()
    {
        var begun = BerthRevision.Of(_problem, Plan(end: 12, cranes: 2), new BerthReplan { Now = 10 }).Problem;
        TideWindows? Without(RestrictionKind kind) => Restriction.Lift(begun, [new Restriction(kind, 0)]).Calls[0].DepartureWindows;

        Assert.Equal(Tide.Windows, Without(RestrictionKind.Begun)!.Windows);
        Assert.Equal([new Interval(10, 41)], Without(RestrictionKind.DepartureWindows)!.Windows);
        Assert.Equal([new Interval(12, 30)], Without(RestrictionKind.Deadline)!.Windows);
    }

    private static BerthPlan Plan(int end, int cranes) => new([new Assignment(0, -1, 0, 2, end, cranes, 0)]);
}
