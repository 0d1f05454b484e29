using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>How a call may lie at a quay (Bierwirth and Meisel 2010, spatial attribute).</summary>
public enum QuayLayout
{
    /// <summary>At any section where the hull fits (<c>cont</c>).</summary>
    Continuous,

    /// <summary>At exactly one berth, which it fills (<c>disc</c>).</summary>
    Discrete,

    /// <summary>At one or several neighbouring berths, which it fills (<c>hybr</c>).</summary>
    Hybrid,
}

/// <summary>A straight run of quay wall of <see cref="Length"/> sections, numbered from 0 at its left end.</summary>
public sealed record Quay
{
    /// <summary>Name, unique among the quays.</summary>
    public required string Id { get; init; }

    /// <summary>Length in sections; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>How calls lie here; default <see cref="QuayLayout.Continuous"/>.</summary>
    public QuayLayout Layout { get; init; } = QuayLayout.Continuous;

    /// <summary>The berths, left to right, not overlapping; needed for discrete and hybrid quays, empty for continuous ones.</summary>
    public ImmutableArray<Berth> Berths { get; init; } = [];

    /// <summary>Sections <c>b</c> that no hull may lie across (<c>position &lt; b &lt; position + length</c> is refused): corners and borders.</summary>
    public ImmutableArray<int> Breaks { get; init; } = [];

    /// <summary>Depth alongside by stretch of quay; sections that no stretch covers are deep enough for every call.</summary>
    public ImmutableArray<DepthStretch> Depths { get; init; } = [];

    /// <summary>First slot at which a call may lie here; default 0.</summary>
    public int Open { get; init; }

    /// <summary>Slot by which every call must have left; default never.</summary>
    public int Close { get; init; } = int.MaxValue;

    /// <summary>What the quay offers (ramp, reefer plugs, dangerous goods ...); matched with <see cref="Call.Requires"/>.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];
}

/// <summary>A berth of a discrete or hybrid quay: the sections <c>[Start, Start + Length)</c>.</summary>
public sealed record Berth
{
    /// <summary>Name, unique in the problem.</summary>
    public required string Id { get; init; }

    /// <summary>First section.</summary>
    public required int Start { get; init; }

    /// <summary>Length in sections; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>First slot at which a call may lie here; default 0.</summary>
    public int Open { get; init; }

    /// <summary>Slot by which every call must have left; default never.</summary>
    public int Close { get; init; } = int.MaxValue;

    /// <summary>What this berth offers on top of what its quay does.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];
}

/// <summary>Water depth alongside for the sections <c>[From, To)</c>.</summary>
/// <param name="From">First section.</param>
/// <param name="To">First section behind the stretch.</param>
/// <param name="Centimetres">Depth below chart datum in centimetres; a call needs at least its <see cref="Call.DraughtCentimetres"/> under its whole hull.</param>
public readonly record struct DepthStretch(int From, int To, int Centimetres);
