namespace BerthOpt.Empties;

/// <summary>Options of a <see cref="RollingPolicy"/>.</summary>
public sealed record RollingPolicyOptions
{
    /// <summary>Ticks that are planned ahead; 1 or more. Default 112.</summary>
    public int Window { get; init; } = 112;

    /// <summary>Plans again at the first call this many ticks after the last plan; 1 or more. Default 7.</summary>
    public int Every { get; init; } = 7;

    /// <summary>Times that a plan is improved round itself, at most; 0 or more. Default 10.</summary>
    public int Rounds { get; init; } = 10;

    /// <summary>The sample path to take the orders from: what no planner can know, for measuring. Null, the default, to learn from the orders seen.</summary>
    public SamplePath? TrueOrders { get; init; }

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Rounds);
    }
}
