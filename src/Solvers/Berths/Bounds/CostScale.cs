using System.Numerics;

namespace BerthOpt.Berths;

/// <summary>Costs in whole units, <c>2^Digits</c> of them to one unit of cost, so that no rounding but our own takes place.</summary>
/// <param name="Digits">Binary digits behind the point; less than 0 where a unit is more than one unit of cost.</param>
internal readonly record struct CostScale(int Digits)
{
    /// <summary>More than any useful value; two of these still fit in an int.</summary>
    public const int Worthless = 1 << 29;

    /// <summary>Units so fine that rounding does not show, so coarse that no useful value overflows.</summary>
    public static CostScale For(long slack) => new(Math.Min(20, 27 - (64 - BitOperations.LeadingZeroCount((ulong)slack))));

    /// <summary>A cost of 0 or more in units, rounded down, and cut where it is worthless anyway.</summary>
    public int Units(long cost) => Digits < 0 ? (int)Math.Min(Worthless, cost >> -Digits) : (int)Exact(cost);

    /// <summary>A cost in units of no more than one unit of cost, exact; cut where it is worthless anyway.</summary>
    public long Exact(long cost) => cost >= Worthless >> Digits ? Worthless : cost << Digits;

    /// <summary>The least whole cost that is not below a number of units; at most <paramref name="most"/>.</summary>
    public long Ceiling(long units, long most) =>
        (long)Int128.Min(most, Digits < 0 ? (Int128)units << -Digits : ((Int128)units + (1L << Digits) - 1) >> Digits);

    /// <summary>A number of units as a cost.</summary>
    public double Cost(long units) => Math.ScaleB(units, -Digits);
}
