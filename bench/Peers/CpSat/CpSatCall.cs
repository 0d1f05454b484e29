using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>The decisions on one call.</summary>
/// <param name="Index">Index of the call.</param>
/// <param name="Call">The call.</param>
internal sealed record CpSatCall(int Index, Call Call)
{
    /// <summary>The ways to lie and work, exactly one of which is taken.</summary>
    public required IReadOnlyList<CpSatWay> Ways { get; init; }

    /// <summary>Slot of berthing.</summary>
    public required IntVar Start { get; init; }

    /// <summary>Slots of handling.</summary>
    public required IntVar Slots { get; init; }

    /// <summary>End of handling.</summary>
    public required IntVar WorkEnd { get; init; }

    /// <summary>Slot of departure; the same variable as <see cref="WorkEnd"/> where nothing can delay it.</summary>
    public required IntVar End { get; init; }

    /// <summary>Slots of the stay; the same variable as <see cref="Slots"/> where nothing can delay the departure.</summary>
    public required IntVar Length { get; init; }

    /// <summary>First section at a continuous quay, first berth elsewhere; null when the way says where it lies.</summary>
    public IntVar? Cell { get; init; }

    /// <summary>Sections or berths that it fills from <see cref="Cell"/> on.</summary>
    public int Width { get; init; }

    /// <summary>Number of cranes.</summary>
    public required IntVar Cranes { get; init; }

    /// <summary>Leftmost crane; null where cranes are only counted, or do not matter.</summary>
    public IntVar? FirstCrane { get; init; }

    /// <summary>The crane behind the rightmost one; null as <see cref="FirstCrane"/>.</summary>
    public IntVar? EndCrane { get; init; }

    /// <summary>A sum over the ways, of which one is taken.</summary>
    public LinearExpr Sum(Func<CpSatWay, long> value)
    {
        var sum = LinearExpr.NewBuilder();
        foreach (var way in Ways)
        {
            sum.AddTerm(way.Taken, value(way));
        }

        return sum;
    }
}

/// <summary>A berth and a number of cranes.</summary>
/// <param name="Berth">First berth; -1 when <see cref="CpSatCall.Cell"/> says where the call lies.</param>
/// <param name="Filled">Number of berths that it fills; 0 when <see cref="CpSatCall.Cell"/> says where the call lies.</param>
/// <param name="Cranes">Number of cranes.</param>
/// <param name="Slots">Slots of handling.</param>
/// <param name="Taken">Whether this way is taken.</param>
internal sealed record CpSatWay(int Berth, int Filled, int Cranes, int Slots, BoolVar Taken);
