using System.Runtime.CompilerServices;

namespace BerthOpt.Berths;

/// <summary>What a start costs; a struct, so that each kind of problem gets code of its own.</summary>
internal interface IStartCost
{
    /// <summary>Whether starts can be too late.</summary>
    static abstract bool HasLimits { get; }

    /// <summary>Cost of a call at a cell from a start on; each slot behind the cell's latest start costs the penalty.</summary>
    static abstract long Of(in CallTerms terms, in Cell cell, int start, long penalty);
}

/// <summary>Waiting alone: <c>base + wait * (start - release)</c>.</summary>
internal readonly struct WaitingCost : IStartCost
{
    public static bool HasLimits => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(in CallTerms terms, in Cell cell, int start, long penalty) => cell.Base + (terms.Wait * (start - terms.Release));
}

/// <summary>Waiting and exceeded limits.</summary>
internal readonly struct LimitedCost : IStartCost
{
    public static bool HasLimits => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(in CallTerms terms, in Cell cell, int start, long penalty) =>
        cell.Base + (terms.Wait * (start - terms.Release)) + (penalty * Math.Max(0, start - cell.Latest));
}

/// <summary>Waiting, lateness and exceeded limits.</summary>
internal readonly struct GeneralCost : IStartCost
{
    public static bool HasLimits => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(in CallTerms terms, in Cell cell, int start, long penalty) =>
        cell.Base + (terms.Wait * Math.Max(0, start - terms.Arrival)) + (terms.Late * Math.Max(0, start - cell.LateFrom))
            + (penalty * Math.Max(0, start - cell.Latest));
}
