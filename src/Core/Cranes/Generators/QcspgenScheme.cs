using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>The steps of QCSPgen (Meisel and Bierwirth 2011).</summary>
internal static class QcspgenScheme
{
    private const int Attempts = 1000;
    private const double ClusterWidth = 0.25;

    public static CraneProblem Create(QcspgenParameters parameters, ulong seed)
    {
        var rng = new Rng(seed);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var times = Times(parameters, rng);
            if (Bays(parameters, times, rng) is { } bays)
            {
                return Problem(parameters, seed, times, bays, rng);
            }
        }

        throw new ArgumentException($"No way was found to put {parameters.Tasks} groups into {parameters.Bays} bays; expected more room. Maybe a smaller fill.", nameof(parameters));
    }

    /// <summary>
    /// The gaps between cuts of all containers: one cut at each multiple of a bay's capacity, so that no group is larger than a bay,
    /// and at random elsewhere. No cut is made twice, so that each group has containers.
    /// </summary>
    private static int[] Times(QcspgenParameters parameters, Rng rng)
    {
        var all = (int)((long)parameters.FillPercent * parameters.Bays * parameters.Capacity / 100);
        var cuts = new SortedSet<int> { all };
        for (var cut = parameters.Capacity; cut < all; cut += parameters.Capacity)
        {
            cuts.Add(cut);
        }

        if (cuts.Count > parameters.Tasks || parameters.Tasks > Math.Max(1, all / 2))
        {
            throw new ArgumentException($"{parameters.Tasks} groups cannot hold {all} containers in bays of {parameters.Capacity}; expected {cuts.Count} to {Math.Max(1, all / 2)} groups.", nameof(parameters));
        }

        while (cuts.Count < parameters.Tasks)
        {
            cuts.Add(rng.Next(1, all));
        }

        var before = 0;
        var times = new List<int>();
        foreach (var cut in cuts)
        {
            times.Add(cut - before);
            before = cut;
        }

        return [.. times.OrderDescending()];
    }

    /// <summary>The bay of each group, largest first: a drawn one, or the nearest with room. Null when there is none.</summary>
    private static int[]? Bays(QcspgenParameters parameters, int[] times, Rng rng)
    {
        var middle = rng.Next(1, parameters.Bays + 1);
        double[] middles = parameters.Spread == GroupSpread.TwoClusters ? [middle, middle + (middle > parameters.Bays / 2 ? -parameters.Bays / 2.0 : parameters.Bays / 2.0)] : [middle];
        var room = new int[parameters.Bays];
        Array.Fill(room, parameters.Capacity);
        var bays = new int[times.Length];
        for (var task = 0; task < times.Length; task++)
        {
            var drawn = parameters.Spread == GroupSpread.Uniform ? rng.Next(parameters.Bays) : Near(middles[rng.Next(middles.Length)], parameters.Bays, rng);
            var found = Enumerable.Range(0, parameters.Bays).SelectMany(step => step == 0 ? [drawn] : new[] { drawn + step, drawn - step })
                .Where(bay => bay >= 0 && bay < parameters.Bays && room[bay] >= times[task]).Select(bay => (int?)bay).FirstOrDefault();
            if (found is not { } bay)
            {
                return null;
            }

            room[bay] -= times[task];
            bays[task] = bay;
        }

        return bays;
    }

    /// <summary>A bay from 0, normally distributed around a bay from 1; drawn anew until it is on board.</summary>
    private static int Near(double middle, int bays, Rng rng)
    {
        while (true)
        {
            // The sum of twelve uniform numbers less six is near enough to normal, and the same on every platform.
            var deviation = -6.0;
            for (var term = 0; term < 12; term++)
            {
                deviation += rng.NextDouble();
            }

            var bay = (int)Math.Floor(middle + (deviation * ClusterWidth * bays) + 0.5) - 1;
            if (bay >= 0 && bay < bays)
            {
                return bay;
            }
        }
    }

    private static CraneProblem Problem(QcspgenParameters parameters, ulong seed, int[] times, int[] bays, Rng rng)
    {
        // Tasks are numbered by bay, and at random within one.
        var order = Enumerable.Range(0, times.Length).Select(task => (task, Key: rng.Next())).OrderBy(pair => bays[pair.task]).ThenBy(pair => pair.Key).Select(pair => pair.task).ToArray();
        var groups = order.Select((task, number) => (Bay: bays[task] + 1, Time: times[task], number)).ToArray();
        var precedences = groups.GroupBy(group => group.Bay).SelectMany(bay => Precedences([.. bay.Select(group => group.number)], parameters.PrecedencePercent / 100.0, rng)).ToImmutableArray();
        var apart = ImmutableArray.CreateBuilder<TaskPair>();
        if (parameters.ApartPercent > 0)
        {
            for (var first = 0; first < groups.Length; first++)
            {
                for (var second = first + 1; second < groups.Length; second++)
                {
                    if (groups[first].Bay != groups[second].Bay && rng.Next(100) < parameters.ApartPercent)
                    {
                        apart.Add(new TaskPair(first, second));
                    }
                }
            }
        }

        var spread = parameters.Spread switch { GroupSpread.Uniform => "uni", GroupSpread.OneCluster => "cl1", _ => "cl2" };
        return BayProblem.Create(
            $"QCSP_n{parameters.Tasks}_b{parameters.Bays}_c{parameters.Capacity}_f{parameters.FillPercent}_{spread}_d{parameters.PrecedencePercent}_g{parameters.ApartPercent}_q{parameters.Cranes}_t{parameters.Travel}_s{parameters.Margin}, seed {seed}",
            [.. groups.Select(group => (group.Bay, group.Time))],
            [.. Enumerable.Range(0, parameters.Cranes).Select(crane => 1 + (crane * (parameters.Margin + 1)))],
            parameters.Travel,
            parameters.Margin,
            precedences,
            apart.ToImmutable());
    }

    /// <summary>
    /// Pairs of one bay, the closure included. Each pair gets the probability that makes the expected share of pairs nearly the same at every
    /// distance (N. G. Hall, M. E. Posner, "Generating experimental data for computational testing with machine scheduling
    /// applications", Operations Research 49 (2001)).
    /// </summary>
    private static IEnumerable<TaskPair> Precedences(int[] tasks, double density, Rng rng)
    {
        var before = new bool[tasks.Length, tasks.Length];
        for (var first = tasks.Length - 1; first >= 0; first--)
        {
            var absent = 1.0;
            for (var second = first + 1; second < tasks.Length; second++)
            {
                var share = density >= 1 ? 1 : density * absent / (1 - (density * (1 - absent)));
                absent *= 1 - density;
                if (rng.NextDouble() < share)
                {
                    before[first, second] = true;
                    for (var third = second + 1; third < tasks.Length; third++)
                    {
                        before[first, third] |= before[second, third];
                    }
                }
            }
        }

        for (var first = 0; first < tasks.Length; first++)
        {
            for (var second = first + 1; second < tasks.Length; second++)
            {
                if (before[first, second])
                {
                    yield return new TaskPair(tasks[first], tasks[second]);
                }
            }
        }
    }
}
