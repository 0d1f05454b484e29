namespace BerthOpt.Berths;

/// <summary>How <see cref="BerthSvg"/> draws a plan.</summary>
public sealed record BerthSvgOptions
{
    /// <summary>The title; default null, the problem's name.</summary>
    public string? Title { get; init; }

    /// <summary>A proven lower bound of the cost, in grid cost units; default null, not shown. With it the title says the gap.</summary>
    public long? LowerBound { get; init; }

    /// <summary>Whether time runs across and the quay down; default false, the quay runs across.</summary>
    public bool TimeAcross { get; init; }

    /// <summary>Length of all quays together in pixels, 200 to 20,000; default null, by their lengths and berths.</summary>
    public int? QuayPixels { get; init; }

    /// <summary>Length of the time axis in pixels, 200 to 50,000; default null, by the hours shown.</summary>
    public int? TimePixels { get; init; }

    /// <summary>First slot shown, 0 or more; default null, shortly before the first event of the plan.</summary>
    public int? FromSlot { get; init; }

    /// <summary>Slot behind the last one shown, greater than the first; default null, behind the last end of the plan.</summary>
    public int? ToSlot { get; init; }

    /// <summary>Whether the strips of cranes at work and of tide windows are drawn where the problem has them; default true.</summary>
    public bool Strips { get; init; } = true;

    /// <summary>Whether due times are marked; default true.</summary>
    public bool DueTimes { get; init; } = true;

    /// <summary>Whether the places of the baseline are outlined where the plan departs from it; default true.</summary>
    public bool Baseline { get; init; } = true;

    /// <summary>Whether the figures of the plan stand under the title; default true.</summary>
    public bool Figures { get; init; } = true;

    /// <summary>Whether there is a legend; default true.</summary>
    public bool Legend { get; init; } = true;

    internal void Check()
    {
        Check(QuayPixels, 200, 20_000, nameof(QuayPixels));
        Check(TimePixels, 200, 50_000, nameof(TimePixels));
        Check(FromSlot, 0, BerthProblem.MaxExtent - 1, nameof(FromSlot));
        Check(ToSlot, (FromSlot ?? 0) + 1, BerthProblem.MaxExtent, nameof(ToSlot));
    }

    private static void Check(int? value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected {min} to {max}.");
        }
    }
}
