using System.Globalization;
using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>What others have reached and proven for an instance, in its own units of cost.</summary>
/// <param name="Best">Lowest known cost; null when none is known.</param>
/// <param name="Bound">Greatest known lower bound; null when none is known.</param>
internal sealed record BestKnown(decimal? Best, decimal? Bound)
{
    public static readonly BestKnown Nothing = new(null, null);

    /// <summary>The better of both, of two readings of one problem.</summary>
    public BestKnown With(BestKnown other) => new(
        Best is null || other.Best < Best ? other.Best ?? Best : Best,
        Bound is null || other.Bound > Bound ? other.Bound ?? Bound : Bound);

    /// <summary>Reads <c>best-known.csv</c>: set, instance, variant, best, lower_bound, proven, seconds, source.</summary>
    public static Dictionary<(string Set, string Instance, string Variant), BestKnown> Read(string path)
    {
        var known = new Dictionary<(string, string, string), BestKnown>();
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no \"{path}\": nothing to compare with.");
            return known;
        }

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split(',', 6);
            if (number == 1 || line.Length == 0)
            {
                continue;
            }

            if (fields.Length < 6)
            {
                throw new InvalidInputException([new Fault("wrong-count", $"line {number}", $"of \"{path}\" has {fields.Length} fields; expected set,instance,variant,best,lower_bound,proven,...")]);
            }

            // A best of 0 stands for "none found" in the tables of quay crane instances; no such instance costs nothing.
            var best = Number(fields[3]) is { } value && (value > 0 || !fields[0].StartsWith("berths-cranes", StringComparison.Ordinal)) ? (decimal?)value : null;
            known[(fields[0], fields[1], fields[2])] = new BestKnown(best, Number(fields[4]));
        }

        return known;
    }

    private static decimal? Number(string field) => decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
