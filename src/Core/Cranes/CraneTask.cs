using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>What a task is for.</summary>
public enum TaskWork
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Containers off the vessel.</summary>
    Discharge,

    /// <summary>Containers onto the vessel.</summary>
    Load,

    /// <summary>Both in turn, one cycle of the crane for two containers.</summary>
    DoubleCycle,

    /// <summary>Hatch covers off.</summary>
    HatchOpen,

    /// <summary>Hatch covers on.</summary>
    HatchClose,
}

/// <summary>Where in its bay a task lies.</summary>
public enum TaskPlace
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>On deck.</summary>
    Deck,

    /// <summary>In the hold.</summary>
    Hold,
}

/// <summary>Work at one position that one crane does without a break: a container group, a whole bay, or a single move.</summary>
public sealed record CraneTask
{
    /// <summary>Name, unique among the tasks.</summary>
    public required string Id { get; init; }

    /// <summary>Index of its vessel.</summary>
    public int Vessel { get; init; }

    /// <summary>Position of the crane at work, in sections along the rail; -16,777,216 to 16,777,216.</summary>
    public required int Position { get; init; }

    /// <summary>Slots that a crane of rate 100 works on it; 0 to 1,073,741,824. A task of 0 slots still needs a crane at its position.</summary>
    public required int Handling { get; init; }

    /// <summary>Slots that each crane works on it, instead of <see cref="Handling"/> and the crane's rate; -1 for a crane that cannot do it; empty for none. Default empty.</summary>
    public ImmutableArray<int> HandlingByCrane { get; init; } = [];

    /// <summary>Containers moved; for KPIs only; default 0, unknown.</summary>
    public int Moves { get; init; }

    /// <summary>Bay number of the vessel, for people; default 0, unknown. Odd for 20', even for 40' (ISO 9711).</summary>
    public int Bay { get; init; }

    /// <summary>Deck or hold, for people.</summary>
    public TaskPlace Place { get; init; }

    /// <summary>What is done, for people.</summary>
    public TaskWork Work { get; init; }

    /// <summary>What a planner has fixed; null for nothing.</summary>
    public TaskPin? Pin { get; init; }
}

/// <summary>Values that a plan must keep; null leaves one free.</summary>
/// <param name="Crane">Index of the crane.</param>
/// <param name="Start">Slot of its start.</param>
public sealed record TaskPin(int? Crane = null, int? Start = null);
