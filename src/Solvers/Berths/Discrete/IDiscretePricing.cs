namespace BerthOpt.Berths;

/// <summary>A Lagrangian relaxation: prices of 0 and more give a lower bound, and what they should rather have been.</summary>
internal interface IDiscretePricing
{
    /// <summary>Binary digits behind the point of prices and values.</summary>
    int Bits { get; }

    /// <summary>By how much each price was too low at the last evaluation; negative where it was too high.</summary>
    int[] Shortage { get; }

    /// <summary>Elementary steps so far.</summary>
    long Work { get; }

    /// <summary>Whether it is known that no plan costs less than the upper bound.</summary>
    bool IsClosed { get; }

    /// <summary>The bound at the prices, the problem's constant left out, in <c>2^-Bits</c> cost units.</summary>
    long Evaluate(ReadOnlySpan<long> prices);

    /// <summary>Drops, after an evaluation that gave <paramref name="value"/>, what no plan below <paramref name="upperBound"/> has.</summary>
    void Trim(ReadOnlySpan<long> prices, long value, long upperBound);
}
