namespace BerthOpt.Cranes;

/// <summary>
/// The rail that all cranes of a problem share. A crane needs <c>ceil(d * TravelSlots / TravelSections)</c> slots for a distance of d
/// sections, with or without work, and two cranes v and w are never nearer than <c>Clearance * |v - w|</c> sections.
/// <para>
/// Interference (Bierwirth and Meisel 2009): when crane v does task i at position l_i and crane w &gt; v does task j at l_j, and
/// <c>l_i &gt; l_j - Clearance * (w - v)</c>, they cannot be at work together, and between the end of one and the start of the other lies at
/// least the travel time of <c>l_i - l_j + Clearance * (w - v)</c> sections, which one needs to make room for the other; mirrored for w &lt; v.
/// As all cranes travel at one speed, these pairs together with each crane's own travel say exactly whether positions of all
/// cranes exist at every moment.
/// </para>
/// </summary>
public sealed record Rail
{
    /// <summary>Slots that a crane travels for <see cref="TravelSections"/>; 0 to 1,000,000; default 0, no time.</summary>
    public int TravelSlots { get; init; }

    /// <summary>Sections travelled in <see cref="TravelSlots"/>; 1 to 1,000,000; default 1.</summary>
    public int TravelSections { get; init; } = 1;

    /// <summary>
    /// Least distance between neighbouring cranes, from centre to centre, in sections; 0 to 16,777,216; default 1. With positions that
    /// count bays and a safety margin of s bays it is <c>s + 1</c>. With 0 cranes may stand at one position, but not pass each other.
    /// </summary>
    public int Clearance { get; init; } = 1;

    /// <summary>First position at which a crane can stand; null for no end. A crane at work leaves room for those on its left to stand behind it.</summary>
    public int? From { get; init; }

    /// <summary>Last position at which a crane can stand; null for no end.</summary>
    public int? To { get; init; }

    /// <summary>
    /// Whether a crane that has a <see cref="Crane.Start"/> stands there until its <see cref="Crane.Ready"/>, in the way of others: a task of
    /// another crane that interferes with that position starts at least the travel time behind that slot. Default false, as in the
    /// published instances, whose cranes are in nobody's way before their first task.
    /// </summary>
    public bool StartsBlock { get; init; }

    /// <summary>Slots that a crane needs for a distance.</summary>
    /// <param name="sections">The distance, in sections; at least 0.</param>
    public long Travel(long sections) => ((sections * TravelSlots) + TravelSections - 1) / TravelSections;
}
