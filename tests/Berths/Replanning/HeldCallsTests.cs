using System.Collections.Concurrent;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>What has begun and what is frozen stays, as far as it can, over chains of replans.</summary>
public sealed class HeldCallsTests
{
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 20_000, Threads = 1 };

    // A lies in sections [0, 10) in slots [2, 8), B in [10, 20) in [6, 10), C in [0, 10) from slot 8 on.
    private static readonly BerthProblem _problem = new(new BerthParts
    {
        Horizon = 40,
        Quays = [new Quay { Id = "north", Length = 20 }],
        CranePools = [new CranePool { Id = "cranes", Quays = [0], Count = 4 }],
        Calls = [Call("A", 2, 12), Call("B", 6, 8), Call("C", 8, 12) with { EarliestStart = 6, Optional = true, Rates = new Rates { Waiting = 10, Rejection = 5000 }, Pin = new Pin(Quay: 0) }],
    });

    private static readonly BerthPlan _plan = new([new Assignment(0, -1, 0, 2, 8, 2, 0), new Assignment(0, -1, 10, 6, 10, 2, 2), new Assignment(0, -1, 0, 8, 14, 2, 0)]);

    [Fact]
    public void Fog_at_its_departure_delays_a_call_that_has_begun_and_changes_nothing_else_of_it()
    {
        Assert.True(BerthChecker.Check(_problem, _plan).IsValid, BerthChecker.Check(_problem, _plan).Faults.FirstOrDefault()?.Message);
        var fog = new BerthReplan { Now = 7, FreezeUntil = 7, Events = [new VisibilityClosed { Slots = new Interval(9, 12) }] };

        var result = BerthReplanner.Solve(_problem, _plan, fog, _brief);

        Assert.Empty(result.Revision.Released);
        Assert.Equal(new Pin(0, 10, 6, 2, 2), result.Revision.Problem.Calls[1].Pin);
        Assert.Equal(_plan.Assignments[1]!.Value with { End = 12 }, result.Result.Plan!.Assignments[1]);
    }

    [Fact]
    public void Fog_lifts_a_freeze_only_where_it_must_and_says_so()
    {
        // A leaves at 11 instead of 8: C cannot lie there from 8 on. B leaves at 11 and stays.
        var fog = new BerthReplan { FreezeUntil = 20, Events = [new VisibilityClosed { Slots = new Interval(7, 11) }] };

        var revision = BerthRevision.Of(_problem, _plan, fog);

        var released = Assert.Single(revision.Released);
        Assert.Equal((2, CallHold.Frozen, ReleasedCodes.FreezeLifted), (released.Call, released.Hold, released.Code));
        Assert.Contains("(visibility)", released.Why, StringComparison.Ordinal);
        Assert.Equal([CallHold.Frozen, CallHold.Frozen, CallHold.Free], revision.Problem.Calls.Select(call => call.Given?.Hold ?? CallHold.Free));
        Assert.Equal(_problem.Calls[2], revision.Problem.Calls[2]);
    }

    [Fact]
    public void A_cap_on_movements_is_kept_when_fog_delays_many()
    {
        var capped = new BerthProblem(_problem.Parts with
        {
            Calls = [.. _problem.Calls.Take(2)],
            Movements = new MovementLimits { Caps = [new MovementCap { PeriodSlots = 2, Max = 1 }] },
        });
        var plan = new BerthPlan([_plan.Assignments[0], _plan.Assignments[1]]);
        Assert.True(BerthChecker.Check(capped, plan).IsValid);

        var result = BerthReplanner.Solve(capped, plan, new BerthReplan { Now = 7, Events = [new VisibilityClosed { Slots = new Interval(8, 12) }] }, _brief);

        Assert.Empty(result.Revision.Released);
        Assert.Equal([12, 14], result.Result.Plan!.Assignments.Select(stay => stay!.Value.End).Order());
    }

    [Fact]
    public void A_call_under_way_whose_crane_breaks_down_lets_frozen_ones_stay_beside_it()
    {
        // With cranes 0 and 1 until slot 8; without crane 1 it has crane 0 alone and stays until 14, so C gives way.
        var down = new BerthReplan { Now = 7, FreezeUntil = 20, Events = [new CraneDown { Pool = 0, Crane = 1, Slots = new Interval(7, 8) }] };

        var result = BerthReplanner.Solve(_problem, _plan, down, _brief);

        Assert.Equal([(0, ReleasedCodes.CranesFree), (2, ReleasedCodes.FreezeLifted)], result.Revision.Released.Select(call => (call.Call, call.Code)));
        Assert.Contains("crane 2 of pool", result.Revision.Released[0].Why, StringComparison.Ordinal);
        Assert.Equal(new Pin(0, 0, 2), result.Revision.Problem.Calls[0].Pin);
        Assert.Equal(SolveStatus.Optimal, result.Result.Status);
    }

    [Fact]
    public void An_event_of_a_later_replan_thaws_a_freeze_and_gives_the_call_back_as_it_was()
    {
        var frozen = BerthRevision.Of(_problem, _plan, new BerthReplan { FreezeUntil = 20 }).Problem;
        Assert.All(frozen.Calls, call => Assert.Equal(CallHold.Frozen, call.Given!.Hold));
        Assert.False(frozen.Calls[2].Optional);

        var later = BerthRevision.Of(frozen, _plan, new BerthReplan { Events = [new EtaChanged { Call = 2, Arrival = 20 }] });

        Assert.Empty(later.Released);
        Assert.Equal([CallHold.Frozen, CallHold.Frozen, CallHold.Free], later.Problem.Calls.Select(call => call.Given!.Hold));
        Assert.Equal(_problem.Calls[2] with { Arrival = 20, EarliestStart = 18, Given = later.Problem.Calls[2].Given }, later.Problem.Calls[2]);
        Assert.Equal(18, BerthSolver.Solve(later.Problem, _brief).Plan!.Assignments[2]!.Value.Start);
    }

    [Fact]
    public void A_pin_of_a_later_replan_thaws_a_freeze_too()
    {
        var frozen = BerthRevision.Of(_problem, _plan, new BerthReplan { FreezeUntil = 20 }).Problem;

        var later = BerthRevision.Of(frozen, _plan, new BerthReplan { Pins = [new CallPin(1, new Pin(Start: 9))] }).Problem;

        Assert.Equal((new Pin(Start: 9), null), (later.Calls[1].Pin, later.Calls[1].Given));
        Assert.Equal(CallHold.Frozen, later.Calls[0].Given!.Hold);
    }

    [Fact]
    public void A_freeze_goes_on_in_later_replans_until_something_makes_it_impossible()
    {
        var frozen = BerthRevision.Of(_problem, _plan, new BerthReplan { FreezeUntil = 20 }).Problem;

        var later = BerthRevision.Of(frozen, _plan, new BerthReplan { Events = [new BerthClosed { Quay = 0, Sections = new Interval(15, 16), Slots = new Interval(9, 10) }] });

        Assert.Equal(1, Assert.Single(later.Released).Call);
        Assert.Equal([CallHold.Frozen, CallHold.Free, CallHold.Frozen], later.Problem.Calls.Select(call => call.Given?.Hold ?? CallHold.Free));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void An_arrival_that_changes_there_and_back_gives_back_the_first_problem(int now)
    {
        var first = BerthRevision.Of(_problem, _plan, new BerthReplan { Now = now }).Problem;
        var there = BerthRevision.Of(_problem, _plan, new BerthReplan { Now = now, Events = [new EtaChanged { Call = 2, Arrival = 1 }] }).Problem;
        var back = BerthRevision.Of(there, _plan, new BerthReplan { Now = now, Events = [new EtaChanged { Call = 2, Arrival = 8 }] }).Problem;

        Assert.NotEqual(first.Calls[2], there.Calls[2]);
        Assert.Equal(BerthDocumentTests.Bytes(first), BerthDocumentTests.Bytes(back));
        if (now == 0)
        {
            Assert.Equal(BerthDocumentTests.Bytes(_problem), BerthDocumentTests.Bytes(back));
        }
    }

    [Fact]
    public void Chains_of_arrivals_there_and_back_change_nothing_in_random_problems()
    {
        var wrong = new ConcurrentBag<string>();
        Parallel.For(0, 400, seed =>
        {
            // Frozen entries of a baseline are thawed by events about their calls.
            var problem = new BerthProblem(RandomBerthProblems.Create((ulong)seed).Parts with { Baseline = null });
            var rng = new Rng((ulong)seed);
            var now = rng.Next(problem.Horizon / 2);
            var none = new BerthPlan(new Assignment?[problem.Calls.Length]);
            BerthProblem After(BerthProblem from, params EtaChanged[] etas) => BerthRevision.Of(from, none, new BerthReplan { Now = now, Events = [.. etas] }).Problem;

            var first = After(problem);
            var chain = problem;
            for (var step = 0; step < 3; step++)
            {
                chain = After(chain, [.. Enumerable.Range(0, problem.Calls.Length).Where(_ => rng.Next(2) == 0).Select(call => new EtaChanged { Call = call, Arrival = rng.Next(problem.Horizon) })]);
            }

            chain = After(chain, [.. problem.Calls.Select((call, index) => new EtaChanged { Call = index, Arrival = call.Arrival })]);
            if (!BerthDocumentTests.Bytes(first).SequenceEqual(BerthDocumentTests.Bytes(chain)) || !BerthDocumentTests.Bytes(first).SequenceEqual(BerthDocumentTests.Bytes(After(first))))
            {
                wrong.Add(problem.Name);
            }
        });
        Assert.Empty(wrong.Order());
    }

    [Fact]
    public void What_a_replan_has_made_of_calls_is_named_for_what_it_is()
    {
        var now = BerthRevision.Of(_problem, _plan, new BerthReplan { Now = 10, FreezeUntil = 0 }).Problem;
        var late = BerthRevision.Of(_problem, new BerthPlan([null, null, null]), new BerthReplan { Now = 10, FreezeUntil = 0 }).Problem;

        Assert.Equal([RestrictionKind.Begun, RestrictionKind.Begun, RestrictionKind.Begun], Restriction.Of(now).Where(rule => rule.Kind is RestrictionKind.Begun or RestrictionKind.Now).Select(rule => rule.Kind));
        Assert.Equal([RestrictionKind.Pin], Restriction.Of(now).Select(rule => rule.Kind).Where(kind => kind == RestrictionKind.Pin));
        Assert.Equal(3, Restriction.Of(late).Count(rule => rule.Kind == RestrictionKind.Now));
        Assert.DoesNotContain(Restriction.Of(late), rule => rule.Kind == RestrictionKind.ArrivalWindows);
    }

    [Fact]
    public void Lifting_what_a_replan_has_made_gives_back_what_was_given()
    {
        var late = BerthRevision.Of(_problem, new BerthPlan([null, null, null]), new BerthReplan { Now = 10 }).Problem;
        var frozen = BerthRevision.Of(_problem, _plan, new BerthReplan { FreezeUntil = 20 }).Problem;

        Assert.Equal((6, null), (Restriction.Lift(late, [new Restriction(RestrictionKind.Now, 2)]).Calls[2].EarliestStart, Restriction.Lift(late, [new Restriction(RestrictionKind.Now, 2)]).Calls[2].ArrivalWindows));
        Assert.Equal([new Interval(10, 41)], Restriction.Lift(late, [new Restriction(RestrictionKind.Arrival, 2)]).Calls[2].ArrivalWindows!.Windows);
        Assert.Equal(new Pin(Quay: 0), Restriction.Lift(frozen, [new Restriction(RestrictionKind.Frozen, 2)]).Calls[2].Pin);
        Assert.Equal(frozen.Calls[2].Pin, Restriction.Lift(frozen, [new Restriction(RestrictionKind.Pin, 2)]).Calls[2].Pin);
    }

    [Fact]
    public void A_conflict_with_the_time_of_a_replan_names_that_time()
    {
        var due = new BerthProblem(_problem.Parts with { Calls = [_problem.Calls[0] with { Deadline = 12 }] });
        var late = BerthRevision.Of(due, new BerthPlan([null]), new BerthReplan { Now = 10 }).Problem;

        var conflict = BerthConflicts.Find(late)!;

        Assert.Equal([RestrictionKind.Call, RestrictionKind.Deadline, RestrictionKind.Now], conflict.Restrictions.Select(rule => rule.Kind));
        Assert.Contains("the time of the replan (\"nowMinutes\"), before which call \"A\" cannot begin", RestrictionText.Of(late, conflict), StringComparison.Ordinal);
    }

    private static Call Call(string id, int arrival, int work) =>
        new() { Id = id, Length = 10, Arrival = arrival, Handling = Handling.ByWork(1, 2, work, 1), Rates = new Rates { Waiting = 10, Stay = 1 } };
}
