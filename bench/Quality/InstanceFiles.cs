using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>The files of the selected instances.</summary>
internal static class InstanceFiles
{
    /// <summary>Reads the selected instances of some sets.</summary>
    /// <param name="selection">Which ones.</param>
    /// <param name="sets">The sets that there are, as folders.</param>
    /// <param name="read">Reads one: its set, its path, and what is known of all instances.</param>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static List<TCase> Read<TCase>(CaseSelection selection, IEnumerable<string> sets, Func<string, string, KnownValues, TCase> read)
    {
        var known = new KnownValues(BestKnown.Read(Path.Combine(selection.Instances, "best-known.csv")));
        var cases = sets.Where(set => selection.Sets.Length == 0 || selection.Sets.Any(part => set.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(set => In(selection, set).Select(file => read(set, file, known))).ToList();
        return cases.Count > 0 ? cases
            : throw new InvalidInputException([new Fault("no-instances", selection.Instances, "has none of the instances asked for. Maybe --instances or BERTHOPT_INSTANCES should name their folder.")]);
    }

    private static IEnumerable<string> In(CaseSelection selection, string set)
    {
        var folder = Path.Combine(selection.Instances, set);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder \"{folder}\": {set} is left out.");
            return [];
        }

        return Directory.GetFiles(folder)
            .Where(file => !Path.GetFileName(file).StartsWith("README", StringComparison.Ordinal))
            .Where(file => selection.Names.Length == 0 || selection.Names.Any(part => Path.GetFileName(file).Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
            .Take(selection.First);
    }
}

/// <summary>What is known of all instances.</summary>
internal sealed class KnownValues(IReadOnlyDictionary<(string Set, string Instance, string Variant), BestKnown> values)
{
    /// <summary>What is known of one reading of an instance.</summary>
    public BestKnown Of(string set, string instance, string variant) => values.GetValueOrDefault((set, instance, variant), BestKnown.Nothing);
}
