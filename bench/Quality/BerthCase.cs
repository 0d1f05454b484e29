using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>An instance of a set, and what is known of it.</summary>
internal sealed record BerthCase(string Set, string File, BerthInstance Instance, BestKnown Known)
{
    public static readonly string[] Sets =
    [
        "berths-discrete/cordeau-i2", "berths-discrete/lalla-ruiz-f", "berths-discrete/kramer-f", "berths-cranes/bacasp-GenMB", "berths-cranes/bacasp-GenPK",
        "berths-cranes/bacasp-LargeMB", "berths-continuous/csbap", "berths-hybrid/santini", "berths-tidal/ernst", "berths-replan/barcelona-weeks",
    ];

    /// <summary>
    /// Reads the selected instances. Quay crane instances with a crane speed run as variant "setup", as published; without
    /// one, the discrete and the continuous reading are one problem here, and what is known of either counts.
    /// </summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static List<BerthCase> Read(CaseSelection selection)
    {
        var cases = Find(selection).ToList();
        return cases.Count > 0 ? cases
            : throw new InvalidInputException([new Fault("no-instances", selection.Instances, "has none of the instances asked for. Maybe --instances or BERTHOPT_INSTANCES should name their folder.")]);
    }

    private static IEnumerable<BerthCase> Find(CaseSelection selection)
    {
        var known = BestKnown.Read(Path.Combine(selection.Instances, "best-known.csv"));
        foreach (var set in Sets.Where(set => selection.Sets.Length == 0 || selection.Sets.Any(part => set.Contains(part, StringComparison.OrdinalIgnoreCase))))
        {
            var folder = Path.Combine(selection.Instances, set);
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"There is no folder \"{folder}\": {set} is left out.");
                continue;
            }

            var files = Directory.GetFiles(folder)
                .Where(file => !Path.GetFileName(file).StartsWith("README", StringComparison.Ordinal))
                .Where(file => selection.Names.Length == 0 || selection.Names.Any(part => Path.GetFileName(file).Contains(part, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal)
                .Take(selection.First);
            foreach (var file in files)
            {
                var name = Path.GetFileName(file);
                var instance = BerthFormats.Read(file);
                instance = instance.Format == BerthFormat.Bacasp && instance.Extras.ContainsKey("cranes") ? BerthFormats.Read(file, BerthFormat.Bacasp, "setup") : instance;
                BestKnown Of(string variant) => known.GetValueOrDefault((set, name, variant), BestKnown.Nothing);
                var found = Of("").With(Of(instance.Variant)).With(instance.Variant == "discrete" ? Of("continuous") : BestKnown.Nothing);

                // A Barcelona week carries its own proven cost.
                if (instance.Extras.TryGetValue("/optimal_cost", out var optimal) && decimal.TryParse(optimal, out var cost))
                {
                    found = found.With(new BestKnown(cost, instance.Extras.GetValueOrDefault("/proven_optimal") == "true" ? cost : null));
                }

                yield return new BerthCase(set, name, instance, found);
            }
        }
    }
}
