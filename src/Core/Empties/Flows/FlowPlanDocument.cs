using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// Plans as JSON: <c>{"flows": [..], "potentials": [..], "cost": 0}</c>, one flow an arc and one potential a node, whole numbers. Without
/// <c>potentials</c> the plan proves nothing; <c>cost</c> is for people, and not read.
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
        var hasPrices = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("potentials", out _);
        var potentials = hasPrices ? fields.Longs(root, "", "potentials", problem.Supplies.Length) : null;
        faults.ThrowIfAny();
        return new FlowPlan(flows, potentials);
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
