using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>Text that may not be text: JSON can hold half a surrogate pair or broken UTF-8, which no string can.</summary>
internal static class Texts
{
    public static bool TryGet(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = json.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    public static bool TryGetName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }
}
