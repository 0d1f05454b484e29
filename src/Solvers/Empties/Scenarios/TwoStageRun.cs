using BerthOpt.Empties.Rolling;
using BerthOpt.Search;

namespace BerthOpt.Empties.Scenarios;

/// <summary>One run of <see cref="TwoStageEmptiesSolver"/>.</summary>
internal sealed class TwoStageRun(EmptiesProblem problem, TwoStageOptions stages, SolverOptions options, StopMonitor stop, CancellationToken cancellation)
{
    private const long MoreWork = 4;

    private readonly ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };

    public TwoStageResult? Solve()
    {
        var network = TimeNetworkBuilder.Build(problem);
        if (network.Contradiction is not null)
        {
            return null;
        }

        var (expected, prices) = EmptiesSolver.Solve(problem, network, options, stop, null);
        cancellation.ThrowIfCancellationRequested();
        if (expected.Plan is null)
        {
            return null;
        }

        var sample = Draw(options.Seed, stages.Scenarios);
        var first = FirstDecisions(network);
        var expectedFirst = First(expected.Plan);
        var expectedCosts = Costs(expectedFirst, sample);
        var consensus = new Consensus(sample, first, new RowPrices(network, prices.Best), parallel);
        for (var round = 0; round < stages.Rounds; round++)
        {
            if (expectedCosts is null || !consensus.Round())
            {
                return null;
            }
        }

        var (plan, costs) = (expectedFirst, expectedCosts);
        if (Agreed(first, consensus) is { } agreed && Costs(agreed, sample) is { } found && found.Sum() < costs!.Sum())
        {
            (plan, costs) = (agreed, found);
        }

        return new TwoStageResult
        {
            Plan = plan.ToPlan(),
            ExpectedPlan = expectedFirst.ToPlan(),
            LowerBound = consensus.Bound,
            Sample = new PlanTrial(costs!.Length, costs.Average(), expectedCosts!.Average(), null),
            Test = Test(plan, expectedFirst),
            Seconds = stop.Seconds,
        };
    }

    private PlanTrial? Test(DonePlan plan, DonePlan expectedFirst)
    {
        var test = Draw(unchecked(options.Seed + 1), stages.TestScenarios);
        return test.Length > 0 && Costs(plan, test) is { } costs && Costs(expectedFirst, test) is { } others ? new PlanTrial(costs.Length, costs.Average(), others.Average(), HalfWidth(costs, others)) : null;
    }

    private EmptiesProblem[] Draw(ulong seed, int count)
    {
        var drawn = new EmptiesProblem[count];
        Parallel.For(0, count, parallel, number => drawn[number] = EmptiesScenarios.Draw(problem, seed, number, stages.FirstPeriods));
        return drawn;
    }

    /// <summary>Everything that is decided in the first periods, numbered.</summary>
    private Dictionary<ArcUse, int> FirstDecisions(TimeNetwork network)
    {
        var first = new Dictionary<ArcUse, int>();
        foreach (var use in network.Uses)
        {
            if (PeriodOf(use) < stages.FirstPeriods)
            {
                first.TryAdd(use, first.Count);
            }
        }

        return first;
    }

    private int PeriodOf(ArcUse use) => use.Kind switch
    {
        ArcKind.Leg or ArcKind.Load => problem.Voyages[use.A].Stops[use.B].Departure,
        ArcKind.Discharge => problem.Voyages[use.A].Stops[use.B].Arrival,
        ArcKind.Link or ArcKind.Conversion => use.B,
        ArcKind.Fulfilment => problem.Demands[use.A].Period,
        ArcKind.OnHire or ArcKind.OffHire => use.C,
        _ => int.MaxValue,
    };

    /// <summary>What a plan begins in the first periods.</summary>
    private DonePlan First(EmptiesPlan plan)
    {
        var done = new DonePlan();
        new EmptiesWindow(problem, 0, problem.Periods, done).Do(plan, stages.FirstPeriods, done);
        return done;
    }

    /// <summary>A plan for the expected numbers that decides at first what the scenarios agree on, rounded up or down.</summary>
    private DonePlan? Agreed(Dictionary<ArcUse, int> first, Consensus consensus)
    {
        foreach (var hasLeast in new[] { true, false })
        {
            var network = TimeNetworkBuilder.Build(problem);
            var lower = network.Flow.Lower;
            var capacity = network.Flow.Capacity;
            for (var arc = 0; arc < network.Uses.Length; arc++)
            {
                if (first.TryGetValue(network.Uses[arc], out var place))
                {
                    capacity[arc] = Math.Max(lower[arc], Math.Min(capacity[arc], (long)Math.Ceiling(consensus.Average[place] - 1e-6)));
                    lower[arc] = hasLeast ? Math.Max(lower[arc], Math.Min(capacity[arc], (long)Math.Floor(consensus.Average[place] + 1e-6))) : lower[arc];
                }
            }

            var limits = options with { TimeLimit = null, WorkLimit = 5 * stages.ScenarioWork, Logger = null };
            if (EmptiesSolver.Solve(problem, network, limits, new StopMonitor(limits, cancellation), null).Result.Plan is { } plan)
            {
                return First(plan);
            }
        }

        return null;
    }

    /// <summary>What each scenario costs after the first decisions; null where one has no plan.</summary>
    private long[]? Costs(DonePlan first, EmptiesProblem[] scenarios)
    {
        var costs = new long?[scenarios.Length];
        Parallel.For(0, scenarios.Length, parallel, number => costs[number] = Cost(first, scenarios[number]));
        return costs.All(cost => cost is not null) ? [.. costs.Select(cost => cost!.Value)] : null;
    }

    private long? Cost(DonePlan first, EmptiesProblem scenario)
    {
        var done = first.Copy();
        var window = new EmptiesWindow(scenario, stages.FirstPeriods, scenario.Periods, done);
        if (Rest(window.Problem) is not { } plan)
        {
            return null;
        }

        window.Do(plan, scenario.Periods, done);
        var check = EmptiesChecker.Check(scenario, done.ToPlan());
        return check.IsValid ? check.Cost.Total : throw new PlanRefusedException($"The checker refused the plan: {string.Join(" ", check.Faults.Take(3))}");
    }

    /// <summary>A plan of what is left of a scenario; a run that ends before it has any is given more work.</summary>
    private EmptiesPlan? Rest(EmptiesProblem left)
    {
        for (var work = stages.ScenarioWork; ; work *= MoreWork)
        {
            var limits = new SolverOptions { TimeLimit = null, WorkLimit = work, Gap = 0.001, Threads = 1, TimeProvider = options.TimeProvider };
            var result = EmptiesSolver.Solve(left, limits, null, cancellation);
            if (result.Plan is not null || result.StopReason != StopReason.WorkLimit || work > long.MaxValue / MoreWork)
            {
                return result.Plan;
            }
        }
    }

    /// <summary>Half the confidence interval of paired differences.</summary>
    private static double? HalfWidth(long[] costs, long[] others)
    {
        if (costs.Length < 2)
        {
            return null;
        }

        var savings = costs.Zip(others, (cost, other) => (double)other - cost).ToArray();
        var mean = savings.Average();
        var variance = savings.Sum(saving => (saving - mean) * (saving - mean)) / (savings.Length - 1);
        return StudentQuantile.Of(savings.Length - 1) * Math.Sqrt(variance / savings.Length);
    }
}
