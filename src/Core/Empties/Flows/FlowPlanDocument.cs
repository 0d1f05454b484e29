using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// Plans as JSON: <c>{"flows": [..], "potentials": [..], "prices": [..], "priceScale": 64, "cost": 0}</c>, one flow an arc, one potential a node and one price a shared
/// room, whole numbers. Without <c>potentials</c> the plan proves nothing; <c>prices</c> and <c>priceScale</c> (1 unless given) are for problems with rooms; <c>cost</c> is
/// for people, and not read.
/// </summary>
public static class FlowPlanDocument
{
    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cost">Its cost, where it is known.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="indented">Whether people are to read it.</param>
    public static void Write(FlowPlan plan, long? cost, Stream stream, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented });
        json.WriteStartObject();
        Numbers(json, "flows", plan.Flows.AsSpan());
        if (!plan.Potentials.IsEmpty)
        {
            Numbers(json, "potentials", plan.Potentials.AsSpan());
        }

        if (!plan.Prices.IsEmpty)
        {
            Numbers(json, "prices", plan.Prices.AsSpan());
        }

        if (plan.PriceScale != 1)
        {
            json.WriteNumber("priceScale", plan.PriceScale);
        }

        if (cost is { } known)
        {
            json.WriteNumber("cost", known);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a plan; whether it keeps the rules is for <see cref="FlowChecker"/> to say.</summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <exception cref="InvalidInputException">The bytes are no plan of this problem; it lists every fault with its JSON Pointer.</exception>
    public static FlowPlan Read(ReadOnlyMemory<byte> bytes, FlowProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var faults = new FormatFaults();
        var fields = new JsonFields(faults);
        using var document = fields.Parse(SourceText.Decode("plan", bytes));
        var root = document.RootElement;
        var flows = fields.Longs(root, "", "flows", problem.Arcs.Length);
        bool Has(string name) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out _);
        var potentials = Has("potentials") ? fields.Longs(root, "", "potentials", problem.Supplies.Length) : null;
        var prices = Has("prices") ? fields.Longs(root, "", "prices", problem.Rooms.Length) : [];
        var scale = Has("priceScale") ? fields.Int(root, "", "priceScale", 1, 1 << 20) : 1;
        faults.ThrowIfAny();
        return new FlowPlan(flows, potentials) { Prices = [.. prices], PriceScale = scale };
    }

    private static void Numbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
