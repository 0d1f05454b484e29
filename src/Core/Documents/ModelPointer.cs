using System.Globalization;
using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Documents;

/// <summary>Moves faults that the rules of a model found to the place in the document where the reader of the message can mend them.</summary>
internal static class ModelPointer
{
    /// <summary>
    /// Walks down document and shape together. Where the document does not go on, the place is the last one that exists and the message
    /// names the rest.
    /// </summary>
    /// <param name="fault">The fault, at a pointer into the model.</param>
    /// <param name="root">The document.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="intended">Where the fault would lie if the document had every property.</param>
    public static Fault Translate(Fault fault, JsonElement root, Shape shape, out string intended)
    {
        var (place, rest, exists) = ("", "", true);
        Shape? current = shape;
        foreach (var step in fault.Place.Split('/').Skip(1))
        {
            string name;
            if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                name = step;
                exists = exists && root.ValueKind == JsonValueKind.Array && index < root.GetArrayLength();
                root = exists ? root[index] : root;
            }
            else if (current?.OfModel(step) is { } property)
            {
                name = property.Name;
                exists = exists && TryFind(root, name, out root);
                current = property.What.Inner;
            }
            else
            {
                break;
            }

            place += exists ? "/" + name : "";
            rest += exists ? "" : "/" + name;
        }

        intended = place + rest;
        return fault with { Place = place, Message = (rest.Length == 0 ? "" : $"\"{rest[1..]}\" ") + fault.Message };
    }

    // The framework's own search stops at names that are not text. Of several the last is the one that was read.
    private static bool TryFind(JsonElement json, string name, out JsonElement value)
    {
        value = default;
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                if (Texts.TryGetName(property, out var found) && found == name)
                {
                    value = property.Value;
                }
            }
        }

        return value.ValueKind != JsonValueKind.Undefined;
    }
}
