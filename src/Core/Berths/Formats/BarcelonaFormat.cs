using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// A disrupted week at a continuous quay, with the plan in force, as JSON: <c>task_id, quay, first_section, last_section, section_m,
/// ships[] (id, sections, arrival, handling, planned_hour, planned_section, due, draught_m), blocks[] (first, last, start, end, kind)</c>.
/// Hours and sections are whole numbers; positions count from first_section; a block's sections are inclusive, its end is exclusive.
/// Cost: the sum of sections * hours late, and 5 for each ship with a planned section that lies at another one. Ships without a
/// planned section move for nothing. The file has no horizon: it is the last arrival or end of a block and all handling one after another, which
/// binds no optimal plan. Other fields have no meaning for the problem.
/// </summary>
internal sealed class BarcelonaFormat : IBerthFormat
{
    private const int MoveCost = 5;
    private static readonly string[] Own = ["task_id", "quay", "first_section", "last_section", "section_m", "ships", "blocks"];
    private static readonly string[] OwnOfShip = ["id", "sections", "arrival", "handling", "planned_hour", "planned_section", "due", "draught_m"];

    public BerthFormat Format => BerthFormat.Barcelona;

    public ImmutableArray<string> Variants => [];

    public BerthFeatures Says => BerthFeatures.ContinuousQuay | BerthFeatures.Closures | BerthFeatures.Baseline;

    public bool HasUnits => true;

    public bool Recognises(SourceText source) => source.TopNames.Contains("first_section") && source.TopNames.Contains("ships");

    public BerthInstance Read(SourceText source, string variant)
    {
        var fields = new JsonFields(new FormatFaults());
        using var document = fields.Parse(source);
        var root = document.RootElement;
        var name = fields.Text(root, "", "task_id");
        var quay = fields.Text(root, "", "quay");
        var first = fields.Int(root, "", "first_section", 0, BerthProblem.MaxExtent);
        var last = fields.Int(root, "", "last_section", first, BerthProblem.MaxExtent);
        var metres = Metres(fields, root, "", "section_m", 0.01m, 10_000);
        var closures = fields.Objects(root, "", "blocks").Select((block, index) => Block(fields, block, $"/blocks/{index}", first, last)).ToImmutableArray();
        var ships = fields.Objects(root, "", "ships");
        var calls = ships.Select((ship, index) => Ship(fields, ship, $"/ships/{index}")).ToImmutableArray();
        var baseline = ships.Select((ship, index) => Planned(fields, ship, $"/ships/{index}", first, last)).ToImmutableArray();
        var quiet = Math.Max(calls.Select(call => call.Arrival).DefaultIfEmpty().Max(), closures.Select(block => block.Slots.To).DefaultIfEmpty().Max());
        var horizon = 1L + quiet + calls.Sum(call => (long)call.Handling.Work[0]);
        if (horizon > BerthProblem.MaxExtent)
        {
            fields.Faults.Add("out-of-range", "/ships", $"make plans that may last {horizon} hours; expected at most {BerthProblem.MaxExtent}.");
        }

        fields.Faults.ThrowIfAny();
        return new BerthInstance
        {
            Problem = new BerthProblem(new BerthParts
            {
                Name = name,
                Grid = new Grid { MinutesPerSlot = 60, MetresPerSection = metres },
                Horizon = (int)horizon,
                Quays = [new Quay { Id = quay, Length = last - first + 1 }],
                Calls = calls,
                Closures = closures,
                Baseline = new Baseline { Entries = baseline },
            }),
            Format = Format,
            PlanUnits = new PlanUnits { PositionOrigin = first },
            Extras = Extras(root, ships),
        };
    }

    public string Write(BerthInstance instance)
    {
        var problem = instance.Problem;
        var quay = problem.Quays[0];
        var origin = (int)instance.PlanUnits.PositionOrigin;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("task_id", problem.Name);
            json.WriteString("quay", quay.Id);
            json.WriteNumber("first_section", origin);
            json.WriteNumber("last_section", (long)origin + quay.Length - 1);
            json.WriteNumber("section_m", problem.Grid.MetresPerSection);
            json.WriteStartArray("ships");
            for (var index = 0; index < problem.Calls.Length; index++)
            {
                Ship(json, problem, index, origin);
                Extra(json, instance.Extras, $"ships/{index}/");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("blocks");
            foreach (var block in problem.Closures)
            {
                json.WriteStartObject();
                json.WriteNumber("first", (long)origin + block.Sections.From);
                json.WriteNumber("last", (long)origin + block.Sections.To - 1);
                json.WriteNumber("start", block.Slots.From);
                json.WriteNumber("end", block.Slots.To);
                json.WriteString("kind", block.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Extra(json, instance.Extras, "/");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static decimal Metres(JsonFields fields, JsonElement ship, string place, string name, decimal min, decimal max)
    {
        if (fields.Get(ship, place, name) is not { } value)
        {
            return min;
        }

        if (JsonFields.Decimal(value) is { } number && number >= min && number <= max && decimal.Truncate(number * 100) == number * 100)
        {
            return number;
        }

        fields.Faults.Add("bad-number", $"{place}/{name}", $"is {JsonFields.Show(value)}; expected {Numbers.Show(min)} to {Numbers.Show(max)} metres in whole centimetres.");
        return min;
    }

    private static Closure Block(JsonFields fields, JsonElement block, string place, int first, int last)
    {
        var from = fields.Int(block, place, "first", first, last);
        var to = fields.Int(block, place, "last", from, last);
        var start = fields.Int(block, place, "start", 0, BerthProblem.MaxExtent - 1);
        var end = fields.Int(block, place, "end", start + 1, BerthProblem.MaxExtent);
        return new Closure { Quay = 0, Sections = new Interval(from - first, to - first + 1), Slots = new Interval(start, end), Reason = fields.Text(block, place, "kind") };
    }

    private static Call Ship(JsonFields fields, JsonElement ship, string place)
    {
        var sections = fields.Int(ship, place, "sections", 1, BerthProblem.MaxExtent);
        return new Call
        {
            Id = Numbers.Show(fields.Int(ship, place, "id", 0, int.MaxValue)),
            Length = sections,
            Arrival = fields.Int(ship, place, "arrival", 0, BerthProblem.MaxExtent),
            Handling = Handling.Fixed(fields.Int(ship, place, "handling", 1, BerthProblem.MaxExtent)),
            Due = fields.Int(ship, place, "due", 0, BerthProblem.MaxExtent),
            DraughtCentimetres = (int)(Metres(fields, ship, place, "draught_m", 0, 1000) * 100),
            Rates = new Rates { Lateness = sections },
        };
    }

    private static BaselineEntry? Planned(JsonFields fields, JsonElement ship, string place, int first, int last)
    {
        var hour = fields.Get(ship, place, "planned_hour");
        var section = fields.Get(ship, place, "planned_section");
        return hour is { ValueKind: JsonValueKind.Null } && section is { ValueKind: JsonValueKind.Null }
            ? null
            : new BaselineEntry
            {
                Quay = 0,
                Start = hour is { } start ? fields.Int(start, $"{place}/planned_hour", 0, BerthProblem.MaxExtent) : 0,
                Position = section is { } position ? fields.Int(position, $"{place}/planned_section", first, last) - first : 0,
                MoveCost = MoveCost,
            };
    }

    private static void Ship(Utf8JsonWriter json, BerthProblem problem, int index, int origin)
    {
        var call = problem.Calls[index];
        var entry = problem.Baseline?.Entries[index];
        json.WriteStartObject();
        json.WriteNumber("id", problem.Calls.All(each => IsNumber(each.Id)) ? int.Parse(call.Id) : index);
        json.WriteNumber("sections", call.Length);
        json.WriteNumber("arrival", call.Arrival);
        json.WriteNumber("handling", call.Handling.Work[0]);
        if (entry is null)
        {
            json.WriteNull("planned_hour");
            json.WriteNull("planned_section");
        }
        else
        {
            json.WriteNumber("planned_hour", entry.Start);
            json.WriteNumber("planned_section", (long)origin + entry.Position);
        }

        json.WriteNumber("due", call.Due);
        json.WriteNumber("draught_m", call.DraughtCentimetres / 100m);
    }

    private static bool IsNumber(string id) => int.TryParse(id, out var number) && number >= 0 && Numbers.Show(number) == id;

    private static ImmutableSortedDictionary<string, string> Extras(JsonElement root, JsonElement[] ships)
    {
        var extras = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var field in root.EnumerateObject().Where(field => !Own.Contains(field.Name)))
        {
            extras[$"/{field.Name}"] = field.Value.GetRawText();
        }

        for (var index = 0; index < ships.Length; index++)
        {
            foreach (var field in ships[index].EnumerateObject().Where(field => !OwnOfShip.Contains(field.Name)))
            {
                extras[$"ships/{index}/{field.Name}"] = field.Value.GetRawText();
            }
        }

        return extras.ToImmutable();
    }

    private static void Extra(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> extras, string prefix)
    {
        foreach (var (name, value) in extras.Where(extra => extra.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            json.WritePropertyName(name[prefix.Length..]);
            json.WriteRawValue(value);
        }
    }
}
