using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>What has changed since a plan was made, and how dear it is to depart from that plan.</summary>
public sealed record BerthReplan
{
    /// <summary>The slot at which the plan is changed; default 0. Calls that have begun before keep their place and start, and nothing else begins before.</summary>
    public int Now { get; init; }

    /// <summary>What has happened; all of it holds.</summary>
    public ImmutableArray<BerthEvent> Events { get; init; } = [];

    /// <summary>What each change of the plan costs; null for what the problem's own baseline says. Default null.</summary>
    public ChangePrices? Prices { get; init; }

    /// <summary>Calls that start before this slot stay as they are, as far as no event keeps them from it; default 0, none.</summary>
    public int FreezeUntil { get; init; }

    /// <summary>What a planner decides of some calls, one entry a call at most; a value that it gives replaces one that the call is pinned to already.</summary>
    public ImmutableArray<CallPin> Pins { get; init; } = [];
}

/// <summary>What a planner decides of a call.</summary>
/// <param name="Call">Index of the call, which has not begun.</param>
/// <param name="Pin">The values.</param>
public sealed record CallPin(int Call, Pin Pin);

/// <summary>What it costs to depart from a plan, the same for all its calls, in grid cost units of 0 and more (<see cref="BaselineEntry"/>).</summary>
public sealed record ChangePrices
{
    /// <summary>For each slot between the old and the new start; default 0.</summary>
    public int StartRate { get; init; }

    /// <summary>For each section between the old and the new position at the same quay; default 0.</summary>
    public int SectionRate { get; init; }

    /// <summary>Once, when the quay or the position changes; default 0.</summary>
    public int MoveCost { get; init; }

    /// <summary>For each crane more or fewer; default 0.</summary>
    public int CraneRate { get; init; }

    /// <summary>The entry of a baseline.</summary>
    internal BaselineEntry EntryOf(Assignment stay) => new()
    {
        Quay = stay.Quay,
        Position = stay.Position,
        Start = stay.Start,
        Cranes = stay.Cranes,
        StartRate = StartRate,
        SectionRate = SectionRate,
        MoveCost = MoveCost,
        CraneRate = CraneRate,
    };
}
