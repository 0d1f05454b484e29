using System.Numerics;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// The rules that a call keeps or breaks alone, and its cost: written from the model's doc comments, section by section and slot by slot,
/// for problems so small that nothing has to be clever. It shares no code with the checker or a solver.
/// </summary>
internal sealed class BerthOracleAlone(BerthProblem problem)
{
    public BerthProblem Problem => problem;

    /// <summary>The placement of an assignment, or null when it breaks a rule.</summary>
    public OraclePlacement? Of(int call, Assignment at)
    {
        if (at.Quay < 0 || at.Quay >= problem.Quays.Length || Place(call, at.Quay, at.Berth, at.Position) is not { } place)
        {
            return null;
        }

        return Slots(call, at) is { } slots && Cranes(call, at, place.Sections) ? Of(call, at, place, at.Start + slots) : null;
    }

    /// <summary>The same, when place, cranes and handling time are known to be possible.</summary>
    public OraclePlacement? Of(int call, Assignment at, (Interval Sections, Interval Berths) place, int workEnd) =>
        Times(call, at, place, workEnd) && CranesIn(at, workEnd) && Kept(call, at)
            ? new OraclePlacement(call, at, place.Sections, place.Berths, workEnd, Cost(call, at, workEnd))
            : null;

    /// <summary>Sections and berths that a call occupies at a place, or null when it may not lie there.</summary>
    public (Interval Sections, Interval Berths)? Place(int call, int quay, int berth, int position)
    {
        var ship = problem.Calls[call];
        var wall = problem.Quays[quay];
        var berths = new Interval(-1, -1);
        Interval sections;
        if (wall.Layout == QuayLayout.Continuous)
        {
            sections = new Interval(position, position + ship.Length);
            var margin = problem.Clearances.QuayEndSections;
            if (berth != -1 || sections.From < margin || sections.To > wall.Length - margin)
            {
                return null;
            }
        }
        else
        {
            if (berth < 0 || berth >= wall.Berths.Length || wall.Berths[berth].Start != position)
            {
                return null;
            }

            var filled = wall.Layout == QuayLayout.Discrete ? [1] : Enumerable.Range(1, wall.Berths.Length - berth);
            berths = filled.Select(count => new Interval(berth, berth + count)).FirstOrDefault(run => Holds(wall, ship, run), new Interval(-1, -1));
            if (berths.From < 0)
            {
                return null;
            }

            sections = new Interval(position, wall.Berths[berths.To - 1].Start + wall.Berths[berths.To - 1].Length);
        }

        return Suits(ship, quay, sections, berths) ? (sections, berths) : null;
    }

    private static bool Holds(Quay wall, Call ship, Interval run) => wall.Layout == QuayLayout.Hybrid && ship.BerthsNeeded > 0
        ? run.Length == ship.BerthsNeeded
        : Each(run).Sum(number => wall.Berths[number].Length) >= ship.Length;

    private bool Suits(Call ship, int quay, Interval sections, Interval berths)
    {
        var wall = problem.Quays[quay];
        var whole = wall.Breaks.All(border => !(sections.Contains(border - 1) && sections.Contains(border)));
        var deep = wall.Depths.All(depth => depth.Centimetres >= ship.DraughtCentimetres || !Each(sections).Any(x => x >= depth.From && x < depth.To));
        var allowed = ship.Allowed.IsEmpty || ship.Allowed.Any(place => place.Quay == quay && Each(sections).All(place.Sections.Contains));
        var equipped = ship.Requires.All(need => wall.Offers.Contains(need)
            || (berths.From >= 0 && Each(berths).All(number => wall.Berths[number].Offers.Contains(need))));
        return whole && deep && allowed && equipped;
    }

    /// <summary>Handling time, or null when the call cannot be worked on so.</summary>
    public int? Slots(int call, Assignment at)
    {
        var handling = problem.Calls[call].Handling;
        var option = at.Cranes - handling.MinCranes;
        if (option < 0 || at.Cranes > handling.MaxCranes || (handling.BerthRows > 1 && at.Berth < 0))
        {
            return null;
        }

        var row = handling.BerthRows == 1 ? 0 : problem.Quays.Take(at.Quay).Sum(quay => quay.Berths.Length) + at.Berth;
        var columns = handling.Work.Length / handling.BerthRows;
        var work = handling.Work[(row * columns) + (columns == 1 ? 0 : option)];
        if (work == Handling.Forbidden)
        {
            return null;
        }

        var millionths = 1_000_000 + ((BigInteger)handling.DeviationLossPpm * Deviation(call, at));
        var part = work * 1000 * millionths;
        var whole = (handling.Productivity.IsEmpty ? 1000 : handling.Productivity[option]) * (BigInteger)1_000_000;
        var slots = BigInteger.DivRem(part, whole, out var rest) + (rest.IsZero ? 0 : 1);
        return slots > problem.Horizon ? null : (int)slots;
    }

    private int Deviation(int call, Assignment at)
    {
        var ship = problem.Calls[call];
        return ship.PreferredQuay is { } quay && quay != at.Quay ? problem.Quays[at.Quay].Length
            : ship.PreferredPosition is { } wish ? Math.Abs(at.Position - wish)
            : 0;
    }

    /// <summary>Whether the numbers of the cranes are possible, and the cranes get there.</summary>
    public bool Cranes(int call, Assignment at, Interval sections)
    {
        var pool = problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(at.Quay));
        if (pool is not { Rule: CraneRule.Specific } || problem.Calls[call].Handling.MaxCranes == 0)
        {
            return at.FirstCrane == -1;
        }

        return at.FirstCrane >= 0 && at.FirstCrane + at.Cranes <= pool.Count
            && Each(Team(at)).All(crane =>
            {
                var reaches = pool.Reaches.Where(reach => reach.Crane == crane).ToList();
                return reaches.Count == 0 || reaches.Any(reach => reach.Quay == at.Quay && Each(sections).All(reach.Sections.Contains));
            });
    }

    private bool CranesIn(Assignment at, int workEnd) => problem.CranePools.All(pool =>
        !pool.Quays.Contains(at.Quay) || at.FirstCrane < 0
        || pool.Outages.All(outage => !Team(at).Contains(outage.Crane) || !Each(new Interval(at.Start, workEnd)).Any(outage.Slots.Contains)));

    private bool Kept(int call, Assignment at)
    {
        var kept = problem.Baseline?.Entries[call] is not { Frozen: true } entry
            || (entry.Quay == at.Quay && entry.Position == at.Position && entry.Start == at.Start && (entry.Cranes == 0 || entry.Cranes == at.Cranes));
        var pinned = problem.Calls[call].Pin is not { } pin
            || ((pin.Quay ?? at.Quay) == at.Quay && (pin.Position ?? at.Position) == at.Position && (pin.Start ?? at.Start) == at.Start
                && (pin.Cranes ?? at.Cranes) == at.Cranes && (pin.FirstCrane ?? at.FirstCrane) == at.FirstCrane);
        return kept && pinned;
    }

    private bool Times(int call, Assignment at, (Interval Sections, Interval Berths) place, int workEnd)
    {
        var ship = problem.Calls[call];
        var wall = problem.Quays[at.Quay];
        var kept = at.Start >= (ship.EarliestStart ?? ship.Arrival) && at.Start <= ship.LatestStart && at.End <= ship.Deadline && at.End <= problem.Horizon;
        var open = at.Start >= wall.Open && at.End <= wall.Close
            && Each(place.Berths).All(number => number < 0 || (at.Start >= wall.Berths[number].Open && at.End <= wall.Berths[number].Close));
        var stays = at.End == workEnd || (at.End > workEnd && MayWait(call, at.Quay));
        return kept && open && stays && MayMove(ship, ship.ArrivalWindows, at.Start) && MayMove(ship, ship.DepartureWindows, at.End)
            && problem.Closures.All(closure => closure.Quay != at.Quay
                || !Each(place.Sections).Any(closure.Sections.Contains)
                || !Each(new Interval(at.Start, at.End)).Any(closure.Slots.Contains));
    }

    /// <summary>Whether something can delay the departure of a call from a quay, so that it may stay on after its handling.</summary>
    public bool MayWait(int call, int quay)
    {
        var ship = problem.Calls[call];
        return ship.DepartureWindows is not null || problem.Movements.Bans.Any(ban => ban.MinLength <= ship.Length)
            || problem.Movements.Caps.Any(cap => Counts(cap, call, quay));
    }

    /// <summary>Whether a cap counts the movements of a call at a quay.</summary>
    public bool Counts(MovementCap cap, int call, int quay) => cap.MinLength <= problem.Calls[call].Length && (cap.Quay ?? quay) == quay;

    private bool MayMove(Call ship, TideWindows? windows, int slot) =>
        (windows is null || windows.Windows.Any(window => window.Contains(slot)))
        && problem.Movements.Bans.All(ban => ban.MinLength > ship.Length || !ban.Slots.Contains(slot));

    private long Cost(int call, Assignment at, int workEnd)
    {
        var ship = problem.Calls[call];
        var (weights, rates) = (problem.Objective, ship.Rates);
        var cost = (long)ship.Priority * ((weights.Waiting * rates.Waiting * Math.Max(0, at.Start - ship.Arrival))
            + (weights.Stay * rates.Stay * (at.End - at.Start))
            + (ship.Due == Call.Never ? 0 : weights.Lateness * rates.Lateness * Math.Max(0, at.End - ship.Due)));
        cost += weights.Deviation * rates.Deviation * Deviation(call, at);
        cost += weights.CraneSlots * rates.CraneSlot * at.Cranes * (workEnd - at.Start);
        cost += weights.SpeedUp * rates.SpeedUp * Math.Max(0, ship.Arrival - at.Start);
        if (problem.Baseline?.Entries[call] is { } then)
        {
            var there = then.Quay == at.Quay;
            cost += weights.Change * ((then.StartRate * Math.Abs(at.Start - then.Start))
                + (there ? then.SectionRate * Math.Abs(at.Position - then.Position) : 0)
                + (there && then.Position == at.Position ? 0 : then.MoveCost)
                + (then.Cranes == 0 ? 0 : then.CraneRate * Math.Abs(at.Cranes - then.Cranes)));
        }

        return cost;
    }

    /// <summary>The cranes that work on a call.</summary>
    public static Interval Team(Assignment at) => new(at.FirstCrane, at.FirstCrane + at.Cranes);

    /// <summary>The numbers of an interval.</summary>
    public static IEnumerable<int> Each(Interval interval) => Enumerable.Range(interval.From, interval.Length);
}
