using System.Numerics;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>The rules that parts must keep to be a problem; each breach is one fault with a JSON Pointer.</summary>
internal static partial class BerthRules
{
    /// <summary>Least minutes a slot and metres a section.</summary>
    public const decimal MinGridStep = 0.0001m;

    /// <summary>Most minutes a slot and metres a section.</summary>
    public const decimal MaxGridStep = 1_000_000;

    private const long MaxCost = 1L << 62;

    public static List<Fault> Faults(BerthParts parts)
    {
        var faults = new FaultList();
        faults.Range("/horizon", parts.Horizon, 1, BerthProblem.MaxExtent, "slots");
        faults.Require(parts.Grid.MinutesPerSlot is >= MinGridStep and <= MaxGridStep, "out-of-range", "/grid/minutesPerSlot", $"is {parts.Grid.MinutesPerSlot}; expected {MinGridStep} to {MaxGridStep}.");
        faults.Require(parts.Grid.MetresPerSection is >= MinGridStep and <= MaxGridStep, "out-of-range", "/grid/metresPerSection", $"is {parts.Grid.MetresPerSection}; expected {MinGridStep} to {MaxGridStep}.");
        faults.Range("/grid/costScale", parts.Grid.CostScale, 1, 1_000_000_000, "grid cost units in a unit of cost");
        QuayFaults(parts, faults);
        PoolFaults(parts, faults);
        TimeFaults(parts, faults);
        CallFaults(parts, faults);
        BaselineFaults(parts, faults);
        ObjectiveFaults(parts, faults);
        return faults.All;
    }

    private static void ObjectiveFaults(BerthParts parts, FaultList faults)
    {
        var weights = parts.Objective;
        faults.NotNegative("/objective/waiting", weights.Waiting);
        faults.NotNegative("/objective/stay", weights.Stay);
        faults.NotNegative("/objective/lateness", weights.Lateness);
        faults.NotNegative("/objective/deviation", weights.Deviation);
        faults.NotNegative("/objective/craneSlots", weights.CraneSlots);
        faults.NotNegative("/objective/speedUp", weights.SpeedUp);
        faults.NotNegative("/objective/rejection", weights.Rejection);
        faults.NotNegative("/objective/change", weights.Change);
        faults.NotNegative("/objective/makespan", weights.Makespan);
        if (faults.All.Count > 0)
        {
            return;
        }

        // No plan's cost may overflow: bound every term by its greatest quantity and add up exactly. Wishes may lie beyond quay and horizon.
        BigInteger time = parts.Horizon;
        BigInteger space = parts.Quays.Sum(quay => (long)quay.Length);
        BigInteger worst = BigInteger.Abs(weights.Constant) + (time * weights.Makespan);
        for (var index = 0; index < parts.Calls.Length; index++)
        {
            var call = parts.Calls[index];
            var rates = call.Rates;
            var entry = parts.Baseline?.Entries[index];
            worst += time * call.Priority * (((BigInteger)weights.Waiting * rates.Waiting) + ((BigInteger)weights.Stay * rates.Stay) + ((BigInteger)weights.Lateness * rates.Lateness));
            worst += BigInteger.Max(space, call.PreferredPosition ?? 0) * weights.Deviation * rates.Deviation;
            worst += time * call.Handling.MaxCranes * weights.CraneSlots * rates.CraneSlot;
            worst += BigInteger.Max(time, call.Arrival) * weights.SpeedUp * rates.SpeedUp;
            worst += (BigInteger)weights.Rejection * Math.Max(rates.Rejection, call.Given?.Rejection ?? 0);
            if (entry is not null)
            {
                worst += weights.Change * ((BigInteger.Max(time, entry.Start) * entry.StartRate) + (BigInteger.Max(space, entry.Position) * entry.SectionRate) + entry.MoveCost + ((BigInteger)entry.CraneRate * (call.Handling.MaxCranes + entry.Cranes)));
            }
        }

        faults.Require(worst < MaxCost, "cost-overflow", "/objective", $"allows plans that cost {worst:E2}; expected less than {MaxCost:E2} for the worst one. Maybe the cost scale is too fine.");
    }
}
