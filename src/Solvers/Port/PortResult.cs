using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Port;

/// <summary>What became of the whole chain: berths, cranes of each call, crane schedules.</summary>
public sealed record PortResult
{
    /// <summary>The handling times that the first round started from.</summary>
    public required HandlingTimeTable Times { get; init; }

    /// <summary>Each round, in order; the last one may lack what could not be found any more.</summary>
    public required ImmutableArray<PortRound> Rounds { get; init; }

    /// <summary>The round to use: the cheapest of those that are whole and whose crane schedule keeps every stay; else the one with the fewest overruns; null without a whole round.</summary>
    public PortRound? Best => Rounds.Where(round => round.IsWhole).OrderBy(round => round.Overruns.Length).ThenBy(round => round.Cost).FirstOrDefault();
}

/// <summary>Berths, split and crane schedules of one round.</summary>
public sealed record PortRound
{
    /// <summary>The berth problem, with the handling times of this round.</summary>
    public required BerthProblem Problem { get; init; }

    /// <summary>Its plan, cost, bound and gap. The plan has passed <see cref="BerthChecker"/>.</summary>
    public required SolveResult<BerthPlan> Berths { get; init; }

    /// <summary>Which cranes work on which call, when; null without a berth plan. It has passed <see cref="CraneSplitChecker"/>.</summary>
    public SolveResult<CraneSplit>? Split { get; init; }

    /// <summary>The crane schedule of each rail that has calls with bays.</summary>
    public ImmutableArray<RailSchedule> Rails { get; init; } = [];

    /// <summary>The time that each call took in the crane schedule, in slots of the berth problem from berthing to its last task.</summary>
    public ImmutableArray<CallTime> Measured { get; init; } = [];

    /// <summary>The calls whose last task ends behind the handling time that the berth plan has for them: their cost in the berth plan is too low.</summary>
    public ImmutableArray<CallTime> Overruns => [.. Measured.Where(call => call.Slots > call.Planned)];

    /// <summary>The berth plan with the measured times, where it stays valid with them: stays end with the last task. Else the berth plan as it is.</summary>
    public BerthPlan? Plan { get; init; }

    /// <summary>The berth problem that <see cref="Plan"/> is a plan of.</summary>
    public BerthProblem PlanProblem { get; init; } = null!;

    /// <summary>What <see cref="Plan"/> costs as <see cref="BerthChecker"/> computes it; null without one.</summary>
    public long? Cost { get; init; }

    /// <summary>Whether every stage has a plan.</summary>
    public bool IsWhole => Plan is not null && Rails.All(rail => rail.Result.Plan is not null);
}

/// <summary>The crane schedule of one rail.</summary>
/// <param name="Pool">Index of the crane pool.</param>
/// <param name="Calls">The call of each vessel of the crane problem.</param>
/// <param name="Problem">All calls of the rail, at their places.</param>
/// <param name="Result">Plan, cost, bound and gap. A plan has passed <see cref="CraneChecker"/>.</param>
public sealed record RailSchedule(int Pool, ImmutableArray<int> Calls, CraneProblem Problem, SolveResult<CranePlan> Result);

/// <summary>The time that a call took.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="Cranes">Cranes that the berth plan gives it.</param>
/// <param name="Planned">Slots of handling in the berth plan.</param>
/// <param name="Slots">Slots from berthing to the end of its last task in the crane schedule, rounded up.</param>
public readonly record struct CallTime(int Call, int Cranes, int Planned, int Slots);
