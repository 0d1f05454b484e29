using System.Text.Json;

namespace BerthOpt.Formats;

/// <summary>Reads JSON instances: every fault by its JSON Pointer, numbers in their ranges.</summary>
internal sealed class JsonFields(FormatFaults faults)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public FormatFaults Faults => faults;

    public JsonDocument Parse(SourceText source)
    {
        var reader = new Utf8JsonReader(source.Bytes.Span, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                // Half a character (\uD800) is JSON, but no text; reading it later would fail in places that cannot say where.
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return JsonDocument.Parse(source.Bytes, Strict);
        }
        catch (JsonException fault)
        {
            throw faults.Fatal("bad-json", (int)Math.Min(int.MaxValue, (fault.LineNumber ?? 0) + 1), $"is no JSON at byte {fault.BytePositionInLine ?? 0}: {fault.Message.ReplaceLineEndings(" ")}");
        }
        catch (InvalidOperationException)
        {
            var line = 1 + source.Bytes.Span[..(int)reader.TokenStartIndex].Count((byte)'\n');
            throw faults.Fatal("bad-text", line, "has a text with half a character (a lone surrogate); expected whole characters.");
        }
    }

    /// <summary>A property of an object; a fault when it is missing.</summary>
    public JsonElement? Get(JsonElement parent, string place, string name)
    {
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value))
        {
            return value;
        }

        faults.Add("missing", $"{place}/{name}", $"is missing; expected {(parent.ValueKind == JsonValueKind.Object ? "it here" : "an object around it")}.");
        return null;
    }

    public int Int(JsonElement parent, string place, string name, int min, int max) =>
        Get(parent, place, name) is { } value ? Int(value, $"{place}/{name}", min, max) : min;

    public int Int(JsonElement value, string place, int min, int max)
    {
        if (Decimal(value) is { } number && number == decimal.Truncate(number) && number >= min && number <= max)
        {
            return (int)number;
        }

        faults.Add("bad-number", place, $"is {Show(value)}; expected a whole number from {min} to {max}.");
        return min;
    }

    /// <summary>An array of whole numbers with a given count.</summary>
    public int[] Ints(JsonElement parent, string place, string name, int count, int min, int max)
    {
        if (Get(parent, place, name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != count)
        {
            faults.Add("wrong-count", $"{place}/{name}", $"is {Show(value)}; expected an array of {count} numbers.");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => Int(item, $"{place}/{name}/{index}", min, max))];
    }

    /// <summary>An array of whole numbers of 64 bits with a given count.</summary>
    public long[] Longs(JsonElement parent, string place, string name, int count)
    {
        if (Get(parent, place, name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != count)
        {
            faults.Add("wrong-count", $"{place}/{name}", $"is {Show(value)}; expected an array of {count} numbers.");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => Long(item, $"{place}/{name}/{index}"))];
    }

    public string Text(JsonElement parent, string place, string name)
    {
        var value = Get(parent, place, name);
        if (value is { ValueKind: JsonValueKind.String } text)
        {
            return text.GetString()!;
        }

        if (value is { } other)
        {
            faults.Add("bad-text", $"{place}/{name}", $"is {Show(other)}; expected a text.");
        }

        return "";
    }

    /// <summary>The objects of an array; none, and a fault, when it is no array of objects.</summary>
    public JsonElement[] Objects(JsonElement parent, string place, string name)
    {
        if (Get(parent, place, name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
        {
            faults.Add("bad-array", $"{place}/{name}", $"is {Show(value)}; expected an array of objects.");
            return [];
        }

        return [.. value.EnumerateArray()];
    }

    private long Long(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
        {
            return number;
        }

        faults.Add("bad-number", place, $"is {Show(value)}; expected a whole number from {long.MinValue} to {long.MaxValue}.");
        return 0;
    }

    public static decimal? Decimal(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"an array of {value.GetArrayLength()}",
        _ => FormatFaults.Show(value.GetRawText()),
    };
}
