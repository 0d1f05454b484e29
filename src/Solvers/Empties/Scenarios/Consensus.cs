namespace BerthOpt.Empties.Scenarios;

/// <summary>
/// What scenarios agree on: each would decide for itself, and multipliers make what is more than the average dearer there and what is less cheaper, until all decide
/// nearly the same (Lagrangian relaxation of Rockafellar and Wets' nonanticipativity). All multipliers of a decision add up to 0, so the mean cost is a bound. As with
/// <see cref="PriceSteps"/> each decision has a step of its own (Adam, Kingma and Ba 2015).
/// </summary>
internal sealed class Consensus
{
    private const double Memory = 0.8;
    private const double Keeps = 0.8, KeepsSquare = 0.9;

    /// <summary>After so many steps they are a quarter of the first.</summary>
    private const double HalfWay = 20;

    private readonly ScenarioNetwork[] scenarios;
    private readonly long[][] multipliers;
    private readonly double[] mean;
    private readonly double[] average;
    private readonly double[][] drift;
    private readonly double[] swing;
    private readonly ParallelOptions parallel;
    private int steps;
    private double unseen = 1;
    private double unseenSquare = 1;

    public Consensus(EmptiesProblem[] problems, IReadOnlyDictionary<ArcUse, int> first, RowPrices prices, ParallelOptions parallel)
    {
        this.parallel = parallel;
        scenarios = new ScenarioNetwork[problems.Length];
        multipliers = [.. problems.Select(_ => new long[first.Count])];
        drift = [.. problems.Select(_ => new double[first.Count])];
        (mean, average, swing) = (new double[first.Count], new double[first.Count], new double[first.Count]);
        Parallel.For(0, problems.Length, parallel, scenario => scenarios[scenario] = new ScenarioNetwork(problems[scenario], first, prices));
    }

    /// <summary>No plan costs less on the average of the scenarios; in whole units of cost.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>What is decided on the average, later rounds counting more.</summary>
    public ReadOnlySpan<double> Average => average;

    /// <summary>Solves all scenarios and moves their multipliers.</summary>
    /// <returns>Whether all scenarios have a flow.</returns>
    public bool Round()
    {
        var flows = new bool[scenarios.Length];
        Parallel.For(0, scenarios.Length, parallel, scenario => flows[scenario] = scenarios[scenario].Solve(parallel.CancellationToken));
        if (!flows.All(its => its))
        {
            return false;
        }

        var isFirst = Bound == long.MinValue;
        Take(isFirst);
        Move();
        Parallel.For(0, scenarios.Length, parallel, scenario => scenarios[scenario].SetMultipliers(multipliers[scenario]));
        return true;
    }

    private void Take(bool isFirst)
    {
        var sum = scenarios.Aggregate((Int128)0, (sum, scenario) => sum + scenario.Bound);
        var parts = (Int128)scenarios.Length * scenarios[0].Scale;
        var bound = (long)((sum / parts) - (sum % parts < 0 ? 1 : 0));
        Bound = Math.Max(Bound, bound);
        for (var place = 0; place < mean.Length; place++)
        {
            mean[place] = scenarios.Average(scenario => (double)scenario.Decisions[place]);
            average[place] = isFirst ? mean[place] : (Memory * average[place]) + ((1 - Memory) * mean[place]);
        }
    }

    private void Move()
    {
        var part = HalfWay / (HalfWay + steps++);
        var most = scenarios.Min(scenario => scenario.MostMultiplier) / scenarios.Length;
        var length = scenarios[0].MeanCost * part * part;
        (unseen, unseenSquare) = (unseen * Keeps, unseenSquare * KeepsSquare);
        for (var place = 0; place < mean.Length; place++)
        {
            var square = scenarios.Average(scenario => (scenario.Decisions[place] - mean[place]) * (scenario.Decisions[place] - mean[place]));
            swing[place] += (1 - KeepsSquare) * (square - swing[place]);
            if (swing[place] <= 0)
            {
                continue;
            }

            var by = length / (1 - unseen) / Math.Sqrt(swing[place] / (1 - unseenSquare));
            long rest = 0;
            for (var scenario = 1; scenario < scenarios.Length; scenario++)
            {
                drift[scenario][place] += (1 - Keeps) * (scenarios[scenario].Decisions[place] - mean[place] - drift[scenario][place]);
                multipliers[scenario][place] = (long)Math.Clamp(multipliers[scenario][place] + Math.Round(by * drift[scenario][place]), -most, most);
                rest -= multipliers[scenario][place];
            }

            multipliers[0][place] = rest;
        }
    }
}
