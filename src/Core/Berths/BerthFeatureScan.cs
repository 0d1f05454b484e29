namespace BerthOpt.Berths;

/// <summary>Finds out what a problem makes use of.</summary>
internal static class BerthFeatureScan
{
    public static BerthFeatures Of(BerthParts parts)
    {
        var features = BerthFeatures.None;
        void Add(bool used, BerthFeatures feature) => features |= used ? feature : BerthFeatures.None;

        Add(parts.Quays.Length > 1, BerthFeatures.SeveralQuays);
        Add(parts.Closures.Length > 0, BerthFeatures.Closures);
        Add(parts.Movements.Caps.Length > 0 || parts.Movements.Bans.Length > 0, BerthFeatures.Movements);
        Add(parts.Clearances != new Clearances(), BerthFeatures.Clearances);
        Add(parts.Baseline is not null, BerthFeatures.Baseline);
        Add(parts.Objective.Makespan > 0, BerthFeatures.Makespan);
        foreach (var quay in parts.Quays)
        {
            Add(quay.Layout == QuayLayout.Continuous, BerthFeatures.ContinuousQuay);
            Add(quay.Layout == QuayLayout.Discrete, BerthFeatures.DiscreteQuay);
            Add(quay.Layout == QuayLayout.Hybrid, BerthFeatures.HybridQuay);
            Add(quay.Breaks.Length > 0, BerthFeatures.Breaks);
            Add(quay.Depths.Length > 0, BerthFeatures.Depths);
            Add(quay.Open > 0 || quay.Close != int.MaxValue, BerthFeatures.OpeningTimes);
            Add(quay.Berths.Any(berth => berth.Open > 0 || berth.Close != int.MaxValue), BerthFeatures.OpeningTimes);
        }

        foreach (var pool in parts.CranePools)
        {
            Add(pool.Rule == CraneRule.Total, BerthFeatures.TotalCranes);
            Add(pool.Rule == CraneRule.Specific, BerthFeatures.SpecificCranes);
            Add(pool.Outages.Length > 0, BerthFeatures.CraneOutages);
            Add(pool.Reaches.Length > 0, BerthFeatures.CraneReaches);
            Add(pool.Travel is not null, BerthFeatures.CraneTravel);
        }

        foreach (var call in parts.Calls)
        {
            Add(call.Handling.BerthRows > 1, BerthFeatures.HandlingByBerth);
            Add(call.Handling.MaxCranes > 0, BerthFeatures.HandlingByCranes);
            Add(call.Handling.DeviationLossPpm > 0, BerthFeatures.DeviationLoss);
            Add(call.ArrivalWindows is not null || call.DepartureWindows is not null, BerthFeatures.TideWindows);
            Add(call.Allowed.Length > 0 || call.Requires.Length > 0, BerthFeatures.Compatibility);
            Add(call.LatestStart != Call.Never || call.Deadline != Call.Never, BerthFeatures.TimeLimits);
            Add(call.EarliestStart < call.Arrival, BerthFeatures.SpeedUp);
            Add(call.Optional, BerthFeatures.OptionalCalls);
            Add(call.Pin is not null, BerthFeatures.Pins);
        }

        return features;
    }
}
