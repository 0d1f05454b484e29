using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

public sealed class BerthRevisionTests
{
    private static readonly BerthProblem _problem = BerthGenerator.MeiselBierwirth(6, 1);
    private static readonly BerthPlan _plan = BerthSolver.Solve(_problem, new SolverOptions { TimeLimit = null, WorkLimit = 20_000, Bounds = false }).Plan!;
    private static readonly int _last = Enumerable.Range(0, 6).MaxBy(call => _plan.Assignments[call]!.Value.Start);
    private static readonly int _first = Enumerable.Range(0, 6).MinBy(call => _plan.Assignments[call]!.Value.Start);

    [Fact]
    public void Events_become_parts_of_the_problem()
    {
        var revision = BerthRevision.Of(_problem, _plan, new BerthReplan
        {
            Events =
            [
                new EtaChanged { Call = 1, Arrival = 50, EarliestStart = 48 },
                new CallOmitted { Call = 2 },
                new CallAdded { NewCall = _problem.Calls[2] with { Id = "new" } },
                new CraneDown { Pool = 0, Crane = 3, Slots = new Interval(5, 9), Reason = "hoist" },
                new BerthClosed { Quay = 0, Sections = new Interval(2, 7), Slots = new Interval(10, 20) },
                new WindLimit { Slots = new Interval(30, 31), MinLength = 20 },
                new VisibilityClosed { Slots = new Interval(40, 42) },
            ],
            Prices = new ChangePrices { StartRate = 7, SectionRate = 2, MoveCost = 30, CraneRate = 4 },
        });

        var now = revision.Problem;
        Assert.Equal([0, 1, 3, 4, 5, -1], revision.OldCalls);
        Assert.Equal((50, 48), (now.Calls[1].Arrival, now.Calls[1].EarliestStart));
        Assert.Equal("new", now.Calls[5].Id);
        Assert.Equal(new CraneOutage(3, new Interval(5, 9), "hoist"), Assert.Single(now.CranePools[0].Outages));
        Assert.Equal((new Interval(2, 7), new Interval(10, 20)), (now.Closures[0].Sections, now.Closures[0].Slots));
        Assert.Equal([(20, "wind"), (0, "visibility")], now.Movements.Bans.Select(ban => (ban.MinLength, ban.Reason)));
        Assert.Null(revision.Plan.Assignments[5]);
        Assert.Null(now.Baseline!.Entries[5]);
        var stay = _plan.Assignments[3]!.Value;
        Assert.Equal(new BaselineEntry { Quay = 0, Position = stay.Position, Start = stay.Start, Cranes = stay.Cranes, StartRate = 7, SectionRate = 2, MoveCost = 30, CraneRate = 4 }, now.Baseline.Entries[2]);
    }

    [Fact]
    public void What_has_begun_is_pinned_and_nothing_else_begins_before_now()
    {
        var now = _plan.Assignments[_first]!.Value.Start + 1;
        var problem = BerthRevision.Of(_problem, _plan, new BerthReplan { Now = now }).Problem;

        var stay = _plan.Assignments[_first]!.Value;
        Assert.Equal(new Pin(stay.Quay, stay.Position, stay.Start, stay.Cranes, stay.FirstCrane), problem.Calls[_first].Pin);
        Assert.All(problem.Calls.Where((_, call) => _plan.Assignments[call]!.Value.Start >= now), call =>
            Assert.True((call.EarliestStart ?? call.Arrival) >= now || call.ArrivalWindows!.Windows[0].From == now));
    }

    [Fact]
    public void A_crane_that_breaks_down_sets_only_the_cranes_of_its_call_free()
    {
        var stay = _plan.Assignments[_first]!.Value;
        var down = new CraneDown { Pool = 0, Crane = stay.FirstCrane, Slots = new Interval(stay.Start + 1, stay.Start + 2) };

        var problem = BerthRevision.Of(_problem, _plan, new BerthReplan { Now = stay.Start + 1, Events = [down] }).Problem;

        Assert.Equal(new Pin(stay.Quay, stay.Position, stay.Start), problem.Calls[_first].Pin);
    }

    [Fact]
    public void A_frozen_call_that_an_event_is_in_the_way_of_is_free()
    {
        var stay = _plan.Assignments[_last]!.Value;
        var closed = new BerthClosed { Quay = 0, Sections = new Interval(stay.Position, stay.Position + 1), Slots = new Interval(stay.Start, stay.Start + 1) };

        var problem = BerthRevision.Of(_problem, _plan, new BerthReplan { FreezeUntil = stay.Start + 1, Events = [closed] }).Problem;

        Assert.Null(problem.Calls[_last].Pin);
        Assert.All(Enumerable.Range(0, 6).Where(call => call != _last), call => Assert.NotNull(problem.Calls[call].Pin));
    }

    [Fact]
    public void All_faults_of_changes_are_told_at_once_at_their_places()
    {
        var now = _plan.Assignments[_first]!.Value.Start + 1;
        var faults = Assert.Throws<InvalidInputException>(() => BerthRevision.Of(_problem, _plan, new BerthReplan
        {
            Now = now,
            Events =
            [
                new EtaChanged { Call = _first, Arrival = 5 },
                new CallOmitted { Call = 17 },
                new CraneDown { Pool = 0, Crane = 99, Slots = new Interval(0, now) },
                new BerthClosed { Quay = 0, Sections = new Interval(5, 5), Slots = new Interval(now, now) },
                new EtaChanged { Call = _last, Arrival = 500, EarliestStart = 501 },
                new CallOmitted { Call = _last },
            ],
            Prices = new ChangePrices { StartRate = -1 },
            Pins = [new CallPin(_first, new Pin(Start: 3))],
        })).Faults;

        Assert.Equal(
            [
                ("out-of-range", "/prices/startRate"), ("call-under-way", "/events/0/call"), ("unknown-reference", "/events/1/call"), ("unknown-reference", "/events/2/crane"),
                ("event-past", "/events/2/slots"), ("empty-interval", "/events/3/sections"), ("empty-interval", "/events/3/slots"), ("out-of-range", "/events/4/earliestStart"),
                ("duplicate-entry", "/events/5/call"), ("call-under-way", "/pins/0/call"),
            ],
            faults.Select(fault => (fault.Code, fault.Place)));
    }

    [Fact]
    public void Faults_of_what_the_new_problem_would_be_lie_at_the_events_and_pins()
    {
        var faults = Assert.Throws<InvalidInputException>(() => BerthRevision.Of(_problem, _plan, new BerthReplan
        {
            Events = [new CallAdded { NewCall = _problem.Calls[0] with { Length = 0 } }],
            Pins = [new CallPin(2, new Pin(Position: 5))],
        })).Faults;

        Assert.Equal([("duplicate-id", "/events/0/newCall/id"), ("missing", "/pins/0/quay"), ("out-of-range", "/events/0/newCall/length")], faults.Select(fault => (fault.Code, fault.Place)));
    }

    [Fact]
    public void Changes_are_measured_against_the_baseline()
    {
        var revision = BerthRevision.Of(_problem, _plan, new BerthReplan { Prices = new ChangePrices { StartRate = 2, MoveCost = 5 } });
        var moved = _plan.Assignments.SetItem(2, _plan.Assignments[2]!.Value with { Start = _plan.Assignments[2]!.Value.Start + 3, End = _plan.Assignments[2]!.Value.End + 3 })
            .SetItem(4, _plan.Assignments[4]!.Value with { Position = _plan.Assignments[4]!.Value.Position - 2 });

        var changes = PlanChanges.Of(revision.Problem, new BerthPlan(moved));

        Assert.Equal((2, 0, 0, 0), (changes.CallsMoved, changes.QuayChanges, changes.CallsLeftOut, changes.CallsNew));
        Assert.Equal((180m, 20m, 11m), (changes.Minutes, changes.Metres, changes.Price));
        Assert.Equal([(2, 180m, 0m, 6m), (4, 0m, -20m, 5m)], changes.Calls.Select(call => (call.Call, call.Minutes, call.Metres, call.Price)));
    }
}
