using System.Numerics;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>The rules that parts must keep to be a problem; each breach is one fault with a JSON Pointer.</summary>
internal static partial class CraneRules
{
    /// <summary>Most cranes of a problem.</summary>
    public const int MaxCranes = 10_000;

    /// <summary>Most tasks, and most vessels, of a problem.</summary>
    public const int MaxTasks = 1_000_000;

    /// <summary>Most pairs of each kind.</summary>
    public const int MaxPairs = 10_000_000;

    private const long MaxWeight = 1_000_000_000_000;

    private const long MaxCost = 1L << 62;

    public static List<Fault> Faults(CraneParts parts)
    {
        var faults = new FaultList();
        faults.Require(!parts.Cranes.IsDefaultOrEmpty, "missing", "/cranes", "is empty; expected at least one crane.");
        faults.Require(!parts.Vessels.IsDefault, "missing", "/vessels", "is no list; expected one, which may be empty.");
        faults.Require(!parts.Tasks.IsDefault, "missing", "/tasks", "is no list; expected one, which may be empty.");
        faults.Require(!parts.Precedences.IsDefault, "missing", "/precedences", "is no list; expected one, which may be empty.");
        faults.Require(!parts.NonSimultaneous.IsDefault, "missing", "/nonSimultaneous", "is no list; expected one, which may be empty.");
        if (parts.Cranes.IsDefault || parts.Vessels.IsDefault || parts.Tasks.IsDefault || parts.Precedences.IsDefault || parts.NonSimultaneous.IsDefault)
        {
            return faults.All;
        }

        faults.Range("/horizon", parts.Horizon, 1, CraneProblem.MaxHorizon, "slots");
        faults.Require(parts.Grid.SecondsPerSlot is >= 0.001m and <= 1_000_000, "out-of-range", "/grid/secondsPerSlot", $"is {parts.Grid.SecondsPerSlot}; expected 0.001 to 1000000.");
        faults.Require(parts.Grid.MetresPerSection is >= 0.0001m and <= 1_000_000, "out-of-range", "/grid/metresPerSection", $"is {parts.Grid.MetresPerSection}; expected 0.0001 to 1000000.");
        faults.Require(Enum.IsDefined(parts.Direction), "out-of-range", "/direction", $"is {parts.Direction}; expected free, either, upward or downward.");
        RailFaults(parts, faults);
        CraneFaults(parts, faults);
        VesselFaults(parts, faults);
        TaskFaults(parts, faults);
        PrecedenceFaults(parts, faults);
        PairFaults("/nonSimultaneous", parts.NonSimultaneous, parts.Tasks.Length, faults);
        ObjectiveFaults(parts, faults);
        return faults.All;
    }

    private static void ObjectiveFaults(CraneParts parts, FaultList faults)
    {
        var weights = parts.Objective;
        faults.Range("/objective/makespan", weights.Makespan, 0, MaxWeight, "for each slot");
        faults.Range("/objective/completion", weights.Completion, 0, MaxWeight, "for each slot");
        faults.Range("/objective/lateness", weights.Lateness, 0, MaxWeight, "for each slot");
        faults.Range("/objective/craneSlots", weights.CraneSlots, 0, MaxWeight, "for each slot");
        faults.Range("/objective/travel", weights.Travel, 0, MaxWeight, "for each section");
        if (faults.All.Count > 0)
        {
            return;
        }

        // No valid plan's cost may overflow: each term at its greatest quantity, added up exactly.
        BigInteger worst = (BigInteger)weights.Makespan * parts.Horizon;
        foreach (var vessel in parts.Vessels)
        {
            worst += vessel.Rate * (((BigInteger)weights.Completion * parts.Horizon) + ((BigInteger)weights.Lateness * Math.Max(0, parts.Horizon - (long)vessel.Due)));
        }

        worst += (BigInteger)weights.CraneSlots * parts.Horizon * Math.Min(parts.Cranes.Length, parts.Tasks.Length);
        worst += (BigInteger)weights.Travel * WorstTravel(parts);
        faults.Require(worst < MaxCost, "cost-overflow", "/objective", $"allows plans that cost {worst:E2}; expected less than {MaxCost:E2} for the worst one. Maybe the weights or rates are too fine.");
    }

    /// <summary>A crane travels one leg to each of its tasks and one to its final position, none longer than all positions lie apart.</summary>
    private static BigInteger WorstTravel(CraneParts parts)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        void See(int? position)
        {
            if (position is { } at)
            {
                (least, most) = (Math.Min(least, at), Math.Max(most, at));
            }
        }

        foreach (var task in parts.Tasks)
        {
            See(task.Position);
        }

        foreach (var crane in parts.Cranes)
        {
            See(crane.Start);
            See(crane.Final);
        }

        var finals = Math.Min(parts.Tasks.Length, parts.Cranes.Count(crane => crane.Final is not null));
        return parts.Tasks.IsEmpty ? 0 : (BigInteger)(most - least) * (parts.Tasks.Length + finals);
    }
}
