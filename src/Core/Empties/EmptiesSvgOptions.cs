namespace BerthOpt.Empties;

/// <summary>How <see cref="EmptiesSvg"/> draws a plan.</summary>
public sealed record EmptiesSvgOptions
{
    /// <summary>The title; default null, the problem's name.</summary>
    public string? Title { get; init; }

    /// <summary>A proven lower bound of the cost; default null, not shown. With it the title says the gap.</summary>
    public long? LowerBound { get; init; }

    /// <summary>Most locations that are drawn, those with the most containers coming and going; 1 to 1,000; default 24.</summary>
    public int Locations { get; init; } = 24;

    /// <summary>Most flows between two locations that are drawn, the greatest; 0 to 1,000; default 24.</summary>
    public int Flows { get; init; } = 24;

    /// <summary>Width of the time axis in pixels, 200 to 20,000; default 760.</summary>
    public int TimePixels { get; init; } = 760;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Locations, 1, nameof(Locations));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Locations, 1_000, nameof(Locations));
        ArgumentOutOfRangeException.ThrowIfNegative(Flows, nameof(Flows));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Flows, 1_000, nameof(Flows));
        ArgumentOutOfRangeException.ThrowIfLessThan(TimePixels, 200, nameof(TimePixels));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TimePixels, 20_000, nameof(TimePixels));
    }
}
