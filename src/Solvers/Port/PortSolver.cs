using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Port;

/// <summary>
/// The whole chain (functional integration; Meisel and Bierwirth 2013): handling times from the bays, a berth plan with them, the cranes
/// of each call over time, one crane schedule for all calls of a rail, and the times that it took back into the berth problem.
/// </summary>
public static class PortSolver
{
    /// <summary>Runs the chain.</summary>
    /// <param name="work">Berths and bays.</param>
    /// <param name="options">Limits of each stage; null for the defaults.</param>
    /// <param name="cancellation">Ends the run early; what is there by then is returned, once the handling times are known.</param>
    /// <returns>Each round with all its stages, every plan approved by its checker.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before the handling times were known.</exception>
    /// <exception cref="PlanRefusedException">A checker refused a plan: a defect of the solver.</exception>
    public static PortResult Solve(PortWork work, PortOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        options ??= new PortOptions();
        options.Validate();
        var table = HandlingTimeTable.Create(work, options.Table, options.DoubleCycling, cancellation);
        var times = table.Times.ToDictionary(time => (time.Call, time.Cranes), time => time.Slots);
        var rounds = ImmutableArray.CreateBuilder<PortRound>();
        for (var index = 0; index <= options.Rounds; index++)
        {
            var round = Round(work, rounds.Count == 0 ? table.Problem : HandlingTimeTable.WithTimes(work.Berths, times), options, cancellation);
            rounds.Add(round);
            if (!round.IsWhole || round.Measured.All(call => call.Slots == call.Planned))
            {
                break;
            }

            foreach (var call in round.Measured)
            {
                times[(call.Call, call.Cranes)] = call.Slots;
            }
        }

        return new PortResult { Times = table, Rounds = rounds.ToImmutable() };
    }

    private static PortRound Round(PortWork work, BerthProblem problem, PortOptions options, CancellationToken cancellation)
    {
        var berths = BerthSolver.Solve(problem, options.Berths, null, cancellation);
        var round = new PortRound { Problem = problem, Berths = berths, PlanProblem = problem };
        if (berths.Plan is not { } plan)
        {
            return round;
        }

        var split = CraneSplitSolver.Solve(problem, plan, options.JoinSlots);
        round = round with { Split = split };
        if (split.Plan is null)
        {
            return round;
        }

        var (rails, measured) = (ImmutableArray.CreateBuilder<RailSchedule>(), new List<CallTime>());
        foreach (var rail in RailProblem.All(work, plan, split.Plan, options.DoubleCycling))
        {
            var result = CraneSolver.Solve(rail.Problem, options.Cranes, null, cancellation);
            rails.Add(new RailSchedule(rail.Pool, rail.Calls, rail.Problem, result));
            if (result.Plan is { } schedule)
            {
                measured.AddRange(rail.Calls.Select((call, vessel) => Time(problem, plan, call, rail.Measured(schedule, vessel))));
            }
        }

        return Judge(round with { Rails = rails.ToImmutable(), Measured = [.. measured.OrderBy(call => call.Call)] }, plan);
    }

    private static CallTime Time(BerthProblem problem, BerthPlan plan, int call, int slots)
    {
        var stay = plan.Assignments[call]!.Value;
        var planned = Berths.Checking.HandlingTime.Of(problem, problem.Calls[call], stay, 0) ?? stay.End - stay.Start;
        return new CallTime(call, stay.Cranes, (int)planned, slots);
    }

    /// <summary>The plan as it is carried out: stays that end with the last task, where that keeps all rules.</summary>
    private static PortRound Judge(PortRound round, BerthPlan plan)
    {
        var cells = round.Measured.ToDictionary(call => call.Call);
        var shorter = new BerthPlan(plan.Assignments.Select((stay, call) => stay is { } known && cells.TryGetValue(call, out var time) ? known with { End = known.End + time.Slots - time.Planned } : stay));
        var times = new Dictionary<(int, int), int>();
        foreach (var call in round.Measured)
        {
            var handling = round.Problem.Calls[call.Call].Handling;
            for (var cranes = handling.MinCranes; cranes <= handling.MaxCranes; cranes++)
            {
                times[(call.Call, cranes)] = cranes == call.Cranes ? call.Slots : Known(handling, cranes);
            }
        }

        var measured = HandlingTimeTable.WithTimes(round.Problem, times);
        var check = BerthChecker.Check(measured, shorter);
        return check.IsValid
            ? round with { Plan = shorter, PlanProblem = measured, Cost = check.Cost.Total }
            : round with { Plan = plan, PlanProblem = round.Problem, Cost = BerthChecker.Check(round.Problem, plan).Cost.Total };
    }

    /// <summary>The time in a table, the same at all berths where it is allowed.</summary>
    private static int Known(Handling handling, int cranes) =>
        Enumerable.Range(0, handling.BerthRows).Max(row => handling.Work[(row * handling.CraneColumns) + cranes - handling.MinCranes]);
}
