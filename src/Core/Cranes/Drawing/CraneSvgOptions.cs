namespace BerthOpt.Cranes;

/// <summary>How <see cref="CraneSvg"/> draws a plan.</summary>
public sealed record CraneSvgOptions
{
    /// <summary>The title; default null, the problem's name.</summary>
    public string? Title { get; init; }

    /// <summary>A proven lower bound of the cost, in grid cost units; default null, not shown. With it the title says the gap.</summary>
    public long? LowerBound { get; init; }

    /// <summary>Width of the rail in pixels, 200 to 20,000; default null, by the positions with tasks.</summary>
    public int? RailPixels { get; init; }

    /// <summary>Length of the time axis in pixels, 200 to 50,000; default null, by the tasks' handling times.</summary>
    public int? TimePixels { get; init; }

    /// <summary>Whether the strip of cranes at work is drawn; default true.</summary>
    public bool Strips { get; init; } = true;

    /// <summary>Whether the ways of the cranes between their tasks are drawn; default true.</summary>
    public bool Paths { get; init; } = true;

    /// <summary>Whether the figures of the plan stand under the title; default true.</summary>
    public bool Figures { get; init; } = true;

    /// <summary>Whether there is a legend; default true.</summary>
    public bool Legend { get; init; } = true;

    internal void Check()
    {
        Check(RailPixels, 200, 20_000, nameof(RailPixels));
        Check(TimePixels, 200, 50_000, nameof(TimePixels));
    }

    private static void Check(int? value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected {min} to {max}.");
        }
    }
}
