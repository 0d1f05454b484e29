using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>The random problems, changed so that one place is as good as another: no cranes, no wishes, no plan in force.</summary>
internal static class PlaceFreeProblems
{
    public static BerthProblem Create(ulong seed)
    {
        var parts = RandomBerthProblems.Parts(seed);
        return new BerthProblem(parts with
        {
            CranePools = [],
            Baseline = null,
            Quays = [.. parts.Quays.Select(quay => quay with { Breaks = seed % 3 == 0 && quay.Length > 3 ? [quay.Length / 2, quay.Length - 1] : quay.Breaks })],
            Calls = [.. parts.Calls.Select(call => call with { Handling = Handling.Fixed(Math.Max(1, call.Handling.Work[0])), PreferredPosition = null, PreferredQuay = null, Pin = null })],
        });
    }
}
