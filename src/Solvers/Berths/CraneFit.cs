namespace BerthOpt.Berths;

/// <summary>The sections that a call's hull takes at a quay.</summary>
/// <param name="Quay">Index of the quay; -1 for anywhere.</param>
/// <param name="From">First section.</param>
/// <param name="To">Section behind the last.</param>
internal readonly record struct CraneHull(int Quay, int From, int To)
{
    public static CraneHull Anywhere => new(-1, 0, 0);
}

/// <summary>Finds neighbouring cranes that work and reach.</summary>
internal sealed class CraneFit(CranePool pool)
{
    /// <summary>The slots that a crane needs between two calls some sections apart, at most a quarter of what 32 bits hold.</summary>
    public static int Pause(CraneTravel travel, int sections) =>
        (int)Math.Min(int.MaxValue / 4, travel.SetupSlots + ((((long)sections * travel.SpeedSlots) + travel.SpeedSections - 1) / travel.SpeedSections));

    /// <summary>The leftmost first crane from <paramref name="low"/> on with all cranes before <paramref name="high"/>; -1 when there is none.</summary>
    public int First(int low, int high, int from, int to, int cranes, int pinned, CraneHull hull)
    {
        high = Math.Min(high, pool.Count);
        if (pinned >= 0)
        {
            return pinned >= low && pinned + cranes <= high && Works(pinned, cranes, from, to, hull) ? pinned : -1;
        }

        for (var first = low; first + cranes <= high; first++)
        {
            if (Works(first, cranes, from, to, hull))
            {
                return first;
            }
        }

        return -1;
    }

    /// <summary>The rightmost first crane with all cranes before <paramref name="high"/>; -1 when there is none.</summary>
    public int Last(int high, int from, int to, int cranes, int pinned, CraneHull hull)
    {
        if (pinned >= 0)
        {
            return pinned + cranes <= high && Works(pinned, cranes, from, to, hull) ? pinned : -1;
        }

        for (var first = high - cranes; first >= 0; first--)
        {
            if (Works(first, cranes, from, to, hull))
            {
                return first;
            }
        }

        return -1;
    }

    private bool Works(int first, int cranes, int from, int to, CraneHull hull)
    {
        foreach (var outage in pool.Outages)
        {
            if (outage.Crane >= first && outage.Crane < first + cranes && outage.Slots.From < to && from < outage.Slots.To)
            {
                return false;
            }
        }

        if (hull.Quay < 0 || pool.Reaches.IsEmpty)
        {
            return true;
        }

        for (var crane = first; crane < first + cranes; crane++)
        {
            var (listed, reached) = (false, false);
            foreach (var reach in pool.Reaches)
            {
                if (reach.Crane == crane)
                {
                    listed = true;
                    reached |= reach.Quay == hull.Quay && reach.Sections.From <= hull.From && hull.To <= reach.Sections.To;
                }
            }

            if (listed && !reached)
            {
                return false;
            }
        }

        return true;
    }
}
