namespace BerthOpt.Empties;

/// <summary>
/// What may come instead of what is expected: problems whose supplies and demands are drawn from the quantiles of a problem. A number that has none is as expected.
/// The same problem, seed and number give the same scenario on every platform.
/// </summary>
public static class EmptiesScenarios
{
    // Of a normal distribution a tenth lies so many standard deviations above the middle.
    private const double Tenth = 1.2815515655446;

    /// <summary>Draws a scenario. Each number is drawn by itself: above what is expected with the spread that the 90 % quantile tells, below it with that of the 10 % one.</summary>
    /// <param name="problem">The problem with the expected numbers.</param>
    /// <param name="seed">Seed of all scenarios.</param>
    /// <param name="number">Number of the scenario, from 0.</param>
    /// <param name="from">Numbers before this period are known, and stay as they are; at least 0.</param>
    public static EmptiesProblem Draw(EmptiesProblem problem, ulong seed, int number, int from)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        var rng = new Rng(seed).Split(number);
        int Drawn(int count, int? low, int? high, int period)
        {
            var deviation = Normal(rng);
            var spread = deviation > 0 ? (high ?? count) - count : count - (low ?? count);
            return period < from ? count : (int)Math.Clamp(Math.Round(count + (deviation / Tenth * spread)), 0, EmptiesProblem.MaxCount);
        }

        return new EmptiesProblem(problem.Parts with
        {
            Supplies = [.. problem.Supplies.Select(supply => supply with { Count = Drawn(supply.Count, supply.Low, supply.High, supply.Period), Low = null, High = null })],
            Demands = [.. problem.Demands.Select(demand => demand with { Count = Drawn(demand.Count, demand.Low, demand.High, demand.Period), Low = null, High = null })],
        });
    }

    /// <summary>Nearly normal: twelve even draws, which add up the same everywhere.</summary>
    private static double Normal(Rng rng)
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += rng.NextDouble();
        }

        return sum;
    }
}
