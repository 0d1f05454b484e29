using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Hybrid berths and the makespan, as JSON: <c>n_ships, n_berths, n_periods, ship_length[], ship_arrival[], ship_handling[]</c>.
/// A ship fills ship_length neighbouring berths, from its arrival on. Cost: the last period in which a ship is handled, counted
/// inclusively (start + handling - 1), so the makespan less one. The horizon is n_periods, or, since the published instances do not always
/// fit into theirs, the last arrival and all handling one after another, whichever is longer: it binds no optimal plan.
/// </summary>
internal sealed class SantiniFormat : IBerthFormat
{
    public BerthFormat Format => BerthFormat.Santini;

    public ImmutableArray<string> Variants => [];

    public BerthFeatures Says => BerthFeatures.HybridQuay | BerthFeatures.Makespan;

    public bool HasUnits => false;

    public bool Recognises(SourceText source) => source.TopNames.Contains("n_berths") && source.TopNames.Contains("n_ships");

    public BerthInstance Read(SourceText source, string variant)
    {
        var fields = new JsonFields(new FormatFaults());
        using var document = fields.Parse(source);
        var root = document.RootElement;
        var ships = fields.Int(root, "", "n_ships", 1, 1_000_000);
        var berths = fields.Int(root, "", "n_berths", 1, 100_000);
        var periods = fields.Int(root, "", "n_periods", 1, BerthProblem.MaxExtent);
        var lengths = fields.Ints(root, "", "ship_length", ships, 1, berths);
        var arrivals = fields.Ints(root, "", "ship_arrival", ships, 0, BerthProblem.MaxExtent);
        var handling = fields.Ints(root, "", "ship_handling", ships, 1, BerthProblem.MaxExtent);
        fields.Faults.ThrowIfAny();
        var horizon = Math.Max(periods, arrivals.Max() + handling.Sum(slots => (long)slots));
        if (horizon > BerthProblem.MaxExtent)
        {
            fields.Faults.Add("out-of-range", "/ship_handling", $"makes plans that may last {horizon} slots; expected at most {BerthProblem.MaxExtent}.");
            fields.Faults.ThrowIfAny();
        }

        var problem = new BerthProblem(new BerthParts
        {
            Name = source.Name,
            Horizon = (int)horizon,
            Quays =
            [
                new Quay
                {
                    Id = "quay",
                    Length = berths,
                    Layout = QuayLayout.Hybrid,
                    Berths = [.. Enumerable.Range(0, berths).Select(index => new Berth { Id = Numbers.Show(index + 1), Start = index, Length = 1 })],
                },
            ],
            Calls = [.. lengths.Select((length, index) => new Call
            {
                Id = Numbers.Show(index + 1),
                Length = length,
                BerthsNeeded = length,
                Arrival = arrivals[index],
                Handling = Handling.Fixed(handling[index]),
            })],
            Objective = new Objective { Makespan = 1, Constant = -1 },
        });
        return new BerthInstance
        {
            Problem = problem,
            Format = Format,
            Extras = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("n_periods", Numbers.Show(periods)),
        };
    }

    public string Write(BerthInstance instance)
    {
        var problem = instance.Problem;
        var text = new StringBuilder("{\n");
        void Single(string name, string value) => text.Append($"  \"{name}\": {value},\n");
        void Row(string name, IEnumerable<int> values, string end) => text.Append($"  \"{name}\": [\n    ").AppendJoin(",\n    ", values).Append($"\n  ]{end}\n");
        Single("n_ships", Numbers.Show(problem.Calls.Length));
        Single("n_berths", Numbers.Show(problem.Quays.Sum(quay => quay.Berths.Length)));
        Single("n_periods", instance.Extras.GetValueOrDefault("n_periods", Numbers.Show(problem.Horizon)));
        Row("ship_length", problem.Calls.Select(call => Math.Max(call.BerthsNeeded, call.Length)), ",");
        Row("ship_arrival", problem.Calls.Select(call => call.Arrival), ",");
        Row("ship_handling", problem.Calls.Select(call => call.Handling.Work[0]), "");
        return text.Append("}\n").ToString();
    }
}
