using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Lists every way to plan a call that breaks no rule alone.</summary>
internal sealed class BerthOraclePlacements(BerthProblem problem)
{
    private readonly BerthOracleAlone alone = new(problem);

    /// <summary>All placements of a call.</summary>
    /// <param name="call">Index of the call.</param>
    /// <param name="everyEnd">
    /// Whether to list every possible end. Where nothing caps movements, a later end than the first possible one only costs more and
    /// keeps the place longer, so that the best plan never needs it.
    /// </param>
    public IEnumerable<OraclePlacement> Of(int call, bool everyEnd)
    {
        var ship = problem.Calls[call];
        foreach (var works in Works(call))
        {
            var (at, sections, berths, slots) = works;
            var waits = alone.MayWait(call, at.Quay);
            for (var start = ship.EarliestStart ?? ship.Arrival; start <= problem.Horizon - slots; start++)
            {
                for (var end = start + slots; end <= (waits ? problem.Horizon : start + slots); end++)
                {
                    if (alone.Of(call, at with { Start = start, End = end }, (sections, berths), start + slots) is { } placement)
                    {
                        yield return placement;
                        if (!everyEnd)
                        {
                            break;
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<(Assignment At, Interval Sections, Interval Berths, int Slots)> Works(int call)
    {
        var handling = problem.Calls[call].Handling;
        foreach (var (quay, berth, position) in Spots())
        {
            if (alone.Place(call, quay, berth, position) is not { } place)
            {
                continue;
            }

            for (var cranes = handling.MinCranes; cranes <= handling.MaxCranes; cranes++)
            {
                var at = new Assignment(quay, berth, position, 0, 0, cranes);
                if (alone.Slots(call, at) is not { } slots)
                {
                    continue;
                }

                var most = problem.CranePools.Select(pool => pool.Count).DefaultIfEmpty(0).Max();
                for (var first = -1; first < most; first++)
                {
                    if (alone.Cranes(call, at with { FirstCrane = first }, place.Sections))
                    {
                        yield return (at with { FirstCrane = first }, place.Sections, place.Berths, slots);
                    }
                }
            }
        }
    }

    private IEnumerable<(int Quay, int Berth, int Position)> Spots() => problem.Quays.SelectMany((quay, index) => quay.Berths.IsEmpty
        ? Enumerable.Range(0, quay.Length).Select(position => (index, -1, position))
        : quay.Berths.Select((berth, number) => (index, number, berth.Start)));
}
