using System.Collections.Immutable;

namespace BerthOpt.Search;

/// <summary>What a checker says of a plan, of whatever kind.</summary>
/// <param name="IsValid">Whether it breaks no rule.</param>
/// <param name="Cost">Its cost.</param>
/// <param name="Faults">Number of broken rules that are listed.</param>
/// <param name="FirstFaults">The first of them, for messages.</param>
internal readonly record struct PlanVerdict(bool IsValid, long Cost, int Faults, string FirstFaults)
{
    public static PlanVerdict Of<TFault>(bool isValid, long cost, ImmutableArray<TFault> faults) =>
        new(isValid, cost, faults.Length, string.Join(" ", faults.Take(3)));

    /// <summary>Whether the plan is valid and costs what a solver says.</summary>
    public bool Confirms(long cost) => IsValid && Cost == cost;

    /// <summary>Compares what search believes with this verdict.</summary>
    /// <exception cref="InvalidOperationException">They differ: a defect of the search.</exception>
    public void Require(long believed)
    {
        if (!Confirms(believed))
        {
            throw new InvalidOperationException($"Search believes in a valid plan of cost {believed}; the checker finds {Cost} and {Faults} faults: {FirstFaults}");
        }
    }
}
