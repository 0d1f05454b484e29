namespace BerthOpt.Cranes;

/// <summary>How long each crane of a workload needs, in seconds.</summary>
internal sealed class SpreaderTimes(BayWorkload workload)
{
    /// <summary>Lifts one by one, pairs as one where the crane can.</summary>
    public decimal[] Lifts(BayWork work) => [.. workload.Cranes.Select(crane => Rated(crane, (work.Lifts * crane.SingleSeconds) + Pairs(crane, work)))];

    /// <summary>Discharge and load in turn; a crane that does not double-cycle lifts one by one.</summary>
    public decimal[] Both(BayWork discharge, BayWork load, long cycles)
    {
        var doubles = discharge.Lifts + load.Lifts - cycles;
        return
        [
            .. workload.Cranes.Select(crane => Rated(
                crane,
                ((cycles - doubles) * crane.SingleSeconds) + (doubles * Math.Min(crane.DoubleCycleSeconds ?? decimal.MaxValue / 1_000_000_000, 2 * crane.SingleSeconds))
                    + Pairs(crane, discharge) + Pairs(crane, load))),
        ];
    }

    /// <summary>Hatch covers off, or on.</summary>
    public decimal[] Covers(int covers) => [.. workload.Cranes.Select(crane => Rated(crane, covers * crane.HatchCoverSeconds))];

    /// <summary>Slots of the grid, rounded up.</summary>
    public int[] Slots(decimal[] seconds) => [.. seconds.Select(time => (int)Math.Min(CraneProblem.MaxHorizon, Math.Ceiling(time / workload.Grid.SecondsPerSlot)))];

    /// <summary>What pairs need beyond one single lift each: the longer cycle, or a second lift.</summary>
    private static decimal Pairs(WorkloadCrane crane, BayWork work) =>
        (work.TwinPairs * Extra(crane, crane.TwinSeconds)) + (work.TandemPairs * Extra(crane, crane.TandemSeconds));

    private static decimal Extra(WorkloadCrane crane, decimal? pair) => Math.Min(pair ?? 2 * crane.SingleSeconds, 2 * crane.SingleSeconds) - crane.SingleSeconds;

    private static decimal Rated(WorkloadCrane crane, decimal seconds) => seconds * 100 / crane.Crane.RatePercent;
}
