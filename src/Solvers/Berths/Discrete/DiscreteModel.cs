namespace BerthOpt.Berths;

/// <summary>What one call costs by time, wherever it lies; costs are weighted and in grid cost units.</summary>
internal readonly struct CallTerms
{
    /// <summary>First slot at which it can berth.</summary>
    public required int Release { get; init; }

    /// <summary>Slot from which waiting counts.</summary>
    public required int Arrival { get; init; }

    /// <summary>For each slot of waiting.</summary>
    public required long Wait { get; init; }

    /// <summary>For each slot of lateness.</summary>
    public required long Late { get; init; }
}

/// <summary>One call at one group of equal berths.</summary>
internal readonly record struct Cell
{
    /// <summary><see cref="Occupied"/> of a call that cannot lie here.</summary>
    public const int Forbidden = -1;

    /// <summary>Slots from its start until the next call can start: handling and clearance.</summary>
    public required int Occupied { get; init; }

    /// <summary>Last slot at which it may start.</summary>
    public required int Latest { get; init; }

    /// <summary>Start from which on it would leave late.</summary>
    public required int LateFrom { get; init; }

    /// <summary>Number of cranes that a plan says.</summary>
    public required int Cranes { get; init; }

    /// <summary>Cost of lying here without waiting and lateness: stay, deviation, cranes, changes.</summary>
    public required long Base { get; init; }
}

/// <summary>A berth and its place in the problem.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="Number">Index among the quay's berths.</param>
/// <param name="Position">First section.</param>
/// <param name="Group">Its group of equal berths.</param>
internal readonly record struct BerthPlace(int Quay, int Number, int Position, int Group);

/// <summary>
/// A problem in which each call lies at one of several berths, one call after another, and in which no call gains by starting
/// later: a plan is an order of calls for each berth, and every call starts as early as it can.
/// </summary>
internal sealed class DiscreteModel
{
    /// <summary>Search raises <see cref="Penalty"/> to at most so many times what it is at first.</summary>
    public const int MostPenalty = 16;

    /// <summary>Number of calls.</summary>
    public required int Calls { get; init; }

    /// <summary>The berths, in the problem's order.</summary>
    public required BerthPlace[] Berths { get; init; }

    /// <summary>For each group of equal berths: first slot at which its berths can be used.</summary>
    public required int[] Open { get; init; }

    /// <summary>For each group of equal berths: how many there are.</summary>
    public required int[] Members { get; init; }

    /// <summary>Costs by time of each call.</summary>
    public required CallTerms[] Terms { get; init; }

    /// <summary>Group by group, each call there.</summary>
    public required Cell[] Cells { get; init; }

    /// <summary>Slots between two calls at a berth.</summary>
    public required int Clearance { get; init; }

    /// <summary>Cost of every plan.</summary>
    public required long Constant { get; init; }

    /// <summary>No start in any order of calls is later than this.</summary>
    public required int TimeLimit { get; init; }

    /// <summary>For each call, the berths where it may lie.</summary>
    public required int[][] Targets { get; init; }

    /// <summary>Whether no call has a cost of lateness, and all are released when they arrive.</summary>
    public required bool WaitingOnly { get; init; }

    /// <summary>Whether some order of calls exceeds a limit.</summary>
    public required bool HasLimits { get; init; }

    /// <summary>Cost of a slot by which a start exceeds its limit, at first; search raises it.</summary>
    public required long Penalty { get; init; }

    /// <summary>Whether some call can lie nowhere: there is no plan.</summary>
    public bool IsHopeless => Targets.Any(berths => berths.Length == 0);

    /// <summary>Number of groups of equal berths.</summary>
    public int Groups => Open.Length;

    /// <summary>Cost of a call at a group of berths from a start on, without what an exceeded limit costs.</summary>
    public long CostOf(int call, int group, int start)
    {
        ref readonly var terms = ref Terms[call];
        ref readonly var cell = ref Cells[(group * Calls) + call];
        return cell.Base + (terms.Wait * Math.Max(0, start - terms.Arrival)) + (terms.Late * Math.Max(0, start - cell.LateFrom));
    }
}
