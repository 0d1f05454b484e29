using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Scenarios;

/// <summary>
/// What scenarios agree on: each would decide for itself, and multipliers make what is more than the average dearer there and what is less cheaper, until all decide
/// nearly the same (Lagrangian relaxation of Rockafellar and Wets' nonanticipativity). All multipliers of a decision add up to 0, so the mean cost is a bound.
/// </summary>
internal sealed class Consensus
{
    private const double Memory = 0.8;

    private readonly ScenarioNetwork[] scenarios;
    private readonly long[][] multipliers;
    private readonly double[] mean;
    private readonly double[] average;
    private readonly ParallelOptions parallel;
    private double step = 1;

    public Consensus(EmptiesProblem[] problems, IReadOnlyDictionary<ArcUse, int> first, RowPrices prices, ParallelOptions parallel)
    {
        this.parallel = parallel;
        scenarios = new ScenarioNetwork[problems.Length];
        multipliers = [.. problems.Select(_ => new long[first.Count])];
        (mean, average) = (new double[first.Count], new double[first.Count]);
        Parallel.For(0, problems.Length, parallel, scenario => scenarios[scenario] = new ScenarioNetwork(problems[scenario], first, prices));
    }

    /// <summary>No plan costs less on the average of the scenarios; in whole units of cost.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>What is decided on the average, later rounds counting more.</summary>
    public ReadOnlySpan<double> Average => average;

    /// <summary>Solves all scenarios and moves their multipliers.</summary>
    /// <param name="goal">What the best plan is thought to cost on the average.</param>
    /// <returns>Whether all scenarios have a flow.</returns>
    public bool Round(double goal)
    {
        var flows = new bool[scenarios.Length];
        Parallel.For(0, scenarios.Length, parallel, scenario => flows[scenario] = scenarios[scenario].Solve(parallel.CancellationToken));
        if (!flows.All(its => its))
        {
            return false;
        }

        var isFirst = Bound == long.MinValue;
        Take(isFirst);
        Move(goal);
        Parallel.For(0, scenarios.Length, parallel, scenario => scenarios[scenario].SetMultipliers(multipliers[scenario]));
        return true;
    }

    private void Take(bool isFirst)
    {
        var sum = scenarios.Aggregate((Int128)0, (sum, scenario) => sum + scenario.Bound);
        var parts = (Int128)scenarios.Length * scenarios[0].Scale;
        var bound = (long)((sum / parts) - (sum % parts < 0 ? 1 : 0));
        step = bound > Bound ? step : step * 0.7;
        Bound = Math.Max(Bound, bound);
        for (var place = 0; place < mean.Length; place++)
        {
            mean[place] = scenarios.Average(scenario => (double)scenario.Decisions[place]);
            average[place] = isFirst ? mean[place] : (Memory * average[place]) + ((1 - Memory) * mean[place]);
        }
    }

    private void Move(double goal)
    {
        var norm = 0.0;
        foreach (var scenario in scenarios)
        {
            for (var place = 0; place < mean.Length; place++)
            {
                norm += (scenario.Decisions[place] - mean[place]) * (scenario.Decisions[place] - mean[place]);
            }
        }

        if (norm == 0)
        {
            return;
        }

        var most = NetworkSimplex.MostCost(1 << 20) / scenarios.Length;
        var length = step * Math.Max(1, goal - Bound) * scenarios.Length / norm * scenarios[0].Scale;
        for (var place = 0; place < mean.Length; place++)
        {
            long rest = 0;
            for (var scenario = 1; scenario < scenarios.Length; scenario++)
            {
                var by = Math.Round(length * (scenarios[scenario].Decisions[place] - mean[place]));
                multipliers[scenario][place] = (long)Math.Clamp(multipliers[scenario][place] + by, -most, most);
                rest -= multipliers[scenario][place];
            }

            multipliers[0][place] = rest;
        }
    }
}
