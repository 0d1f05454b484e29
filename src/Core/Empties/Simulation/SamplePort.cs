namespace BerthOpt.Empties;

/// <summary>A port of a sample path: its first stock and how long boxes stay with shippers and consignees.</summary>
public sealed record SamplePort
{
    /// <summary>Its name, one of its own.</summary>
    public required string Name { get; init; }

    /// <summary>Empties in stock before tick 0; 0 or more.</summary>
    public int Empties { get; init; }

    /// <summary>Ticks that a shipper takes to bring a box back laden; 0 to <see cref="SampleSchedule.MostDelay"/>.</summary>
    public SampleDelay Laden { get; init; }

    /// <summary>Ticks that a consignee takes to bring a box back empty; 0 to <see cref="SampleSchedule.MostDelay"/>.</summary>
    public SampleDelay Empty { get; init; }
}

/// <summary>A delay: <c>ceil(Ticks + u)</c> with <c>u</c> drawn evenly from <c>-Noise</c> to <c>Noise</c>.</summary>
/// <param name="Ticks">Its middle, in ticks.</param>
/// <param name="Noise">Half the width of the draw, in ticks; 0 for none; at most <paramref name="Ticks"/>.</param>
public readonly record struct SampleDelay(int Ticks, int Noise)
{
    /// <summary>The least ticks that can be drawn.</summary>
    public int Least => Ticks - Noise;

    /// <summary>The most ticks that can be drawn.</summary>
    public int Most => Ticks + Noise;
}
