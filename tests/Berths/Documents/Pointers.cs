using System.Globalization;
using System.Text.Json;

namespace BerthOpt.Tests.Berths;

/// <summary>JSON Pointers (RFC 6901), as a client would follow them.</summary>
internal static class Pointers
{
    public static bool Resolves(JsonElement json, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (json.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < json.GetArrayLength())
            {
                json = json[index];
            }
            else if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(step, out json))
            {
                return false;
            }
        }

        return true;
    }
}
