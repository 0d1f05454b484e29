using System.Globalization;

namespace BerthOpt.Api;

/// <summary>How long a caller is willing to wait.</summary>
internal static class Waits
{
    /// <summary>Longest time that a request is held.</summary>
    public const int MaxSeconds = 60;

    /// <summary><c>Prefer: wait=10</c> (RFC 7240), held to the longest; no time when it is not there, since a preference that is not understood is ignored.</summary>
    public static TimeSpan Preferred(HttpRequest request)
    {
        var preference = request.Headers["Prefer"].SelectMany(value => value?.Split(',') ?? []).Select(part => part.Split(';')[0].Trim())
            .FirstOrDefault(part => part.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return preference is not null && int.TryParse(preference["wait=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, MaxSeconds))
            : TimeSpan.Zero;
    }

    /// <summary><c>?wait=30s</c>, or without the unit.</summary>
    /// <exception cref="BadHttpRequestException">It is no such time.</exception>
    public static TimeSpan Asked(string? wait) => wait switch
    {
        null or "" => TimeSpan.Zero,
        _ when int.TryParse(wait.TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds => TimeSpan.FromSeconds(seconds),
        _ => throw new BadHttpRequestException($"\"wait\" is no time to wait; expected seconds such as 30s, at most {MaxSeconds}s."),
    };
}
