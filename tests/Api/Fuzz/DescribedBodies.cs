using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BerthOpt.Tests.Api;

/// <summary>Bodies by their schemas, most of each as it should be, with something wrong here and there.</summary>
internal sealed partial class DescribedBodies(JsonElement schemas)
{
    private const int Deepest = 10;

    // Few names, so that what refers to another often finds it.
    private static readonly string[] _names = ["\"A\"", "\"B\"", "\"C\"", "\"Q\"", "\"\"", "\"2026-05-01T06:00:00+02:00\""];
    private static readonly string[] _numbers = ["0", "1", "2", "10", "60", "300", "2880", "0.5", "-1", "1e-28", "1e28", "1e9", "9223372036854775807"];
    private static readonly string[] _odd = ["null", "[]", "{}", "\"1\"", "true", "[[]]", "\"\\u0000\"", "-0.0", "3.141592653589793238462643383279"];

    private readonly Dictionary<string, JsonElement> _schemas = schemas.EnumerateObject().ToDictionary(schema => $"#/components/schemas/{schema.Name}", schema => schema.Value);

    public string Next(string schema, Rng rng)
    {
        var json = new StringBuilder();
        Write(json, _schemas[schema], rng, 0);
        return json.ToString();
    }

    private void Write(StringBuilder json, JsonElement schema, Rng rng, int depth)
    {
        schema = schema.TryGetProperty("oneOf", out var choices) ? choices[rng.Next(choices.GetArrayLength())] : schema;
        schema = schema.TryGetProperty("$ref", out var reference) ? _schemas[reference.GetString()!] : schema;
        if (rng.Next(100) == 0)
        {
            json.Append(_odd[rng.Next(_odd.Length)]);
            return;
        }

        switch (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : "")
        {
            case "object" when depth < Deepest && schema.TryGetProperty("properties", out var properties):
                WriteObject(json, schema, properties, rng, depth);
                break;
            case "array" when depth < Deepest:
                json.Append('[');
                for (var count = rng.Next(4); count > 0; count--)
                {
                    Write(json, schema.GetProperty("items"), rng, depth + 1);
                    json.Append(count > 1 ? "," : "");
                }

                json.Append(']');
                break;
            case "string":
                json.Append(Text(schema, rng));
                break;
            case "boolean":
                json.Append(rng.Next(2) == 0 ? "true" : "false");
                break;
            case "number" or "integer":
                json.Append(_numbers[rng.Next(rng.Next(4) == 0 ? _numbers.Length : 7)]);
                break;
            default:
                json.Append(_names[rng.Next(_names.Length)]);
                break;
        }
    }

    private void WriteObject(StringBuilder json, JsonElement schema, JsonElement properties, Rng rng, int depth)
    {
        var needed = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        json.Append('{');
        var comma = "";
        foreach (var property in properties.EnumerateObject())
        {
            if (rng.Next(100) < (needed.Contains(property.Name) ? 98 : 25))
            {
                json.Append(comma).Append('"').Append(property.Name).Append("\":");
                Write(json, property.Value, rng, depth + 1);
                comma = ",";
            }
        }

        json.Append(rng.Next(100) == 0 ? $"{comma}\"_\":1}}" : "}");
    }

    private static string Text(JsonElement schema, Rng rng) =>
        schema.TryGetProperty("enum", out var words) && rng.Next(20) > 0 ? words[rng.Next(words.GetArrayLength())].GetRawText()
        : schema.TryGetProperty("description", out var told) && Version().Match(told.GetString()!) is { Success: true } version ? $"\"{version.Value}\""
        : _names[rng.Next(_names.Length)];

    [GeneratedRegex("berthopt/[a-z-]+/[0-9]+")]
    private static partial Regex Version();
}
