namespace BerthOpt.Berths;

/// <summary>A call that can come next at a berth.</summary>
/// <param name="Extra">What it takes more than the cheapest way to go on.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Next">The moment at which the berth is free again.</param>
/// <param name="Start">When it starts.</param>
internal readonly record struct FrontierOption(long Extra, int Kind, int Next, int Start) : IComparable<FrontierOption>
{
    /// <summary>The cheapest first.</summary>
    public int CompareTo(FrontierOption other) => (Extra, Kind, Start).CompareTo((other.Extra, other.Kind, other.Start));
}
