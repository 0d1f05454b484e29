namespace BerthOpt;

/// <summary>A half-open run of slots or sections: <c>From &lt;= t &lt; To</c>.</summary>
/// <param name="From">First slot or section inside.</param>
/// <param name="To">First slot or section behind it; greater than <paramref name="From"/>.</param>
public readonly record struct Interval(int From, int To)
{
    /// <summary>Number of slots or sections inside.</summary>
    public int Length => To - From;

    /// <summary>Whether <paramref name="value"/> lies inside.</summary>
    public bool Contains(int value) => value >= From && value < To;
}
