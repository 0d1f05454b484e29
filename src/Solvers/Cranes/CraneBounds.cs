namespace BerthOpt.Cranes;

/// <summary>Lower bounds on the cost of any plan, each term by the best of its bounds; whole numbers only.</summary>
internal static class CraneBounds
{
    // Of one slot, in which mean busy times are rounded down.
    private const int Fraction = 1 << 16;

    /// <summary>No plan costs less.</summary>
    /// <returns>The bound, and which method gave the greatest part of it.</returns>
    public static (long Bound, string Method) Of(ListModel model)
    {
        if (model.Tasks == 0)
        {
            return (0, "none");
        }

        var objective = model.Objective;
        var windows = new WindowBound(model);
        var (chains, ends) = Chains(model);
        var (bound, method, most) = (0L, "window", 0L);
        void Add(long part, string name)
        {
            bound += part;
            if (part > most)
            {
                (most, method) = (part, name);
            }
        }

        if (objective.Makespan > 0)
        {
            var window = windows.Of(-1);
            Add(objective.Makespan * Math.Max(window, chains), chains > window ? "chain" : "window");
        }

        if (model.IsByVessel)
        {
            var byVessel = 0L;
            var late = 0L;
            for (var vessel = 0; vessel < ends.Length; vessel++)
            {
                var end = Math.Max(ends[vessel], windows.Of(vessel));
                byVessel += model.CompletionRate[vessel] * end;
                late += model.LatenessRate[vessel] * Math.Max(0, end - model.Due[vessel]);
            }

            var capacity = Capacity(model);
            Add(Math.Max(byVessel, capacity), capacity > byVessel ? "crane capacity" : "vessel windows");
            Add(late, "vessel windows");
        }

        var (sections, slots) = Ways(model);
        Add(objective.Travel * sections, "travel");
        Add(objective.CraneSlots * (slots + Enumerable.Range(0, model.Tasks).Sum(task => (long)model.LeastHandling(task))), "work");
        return (bound, method);
    }

    /// <summary>The longest chain of precedences, and the longest to each vessel's end.</summary>
    private static (long All, long[] ByVessel) Chains(ListModel model)
    {
        var ends = new long[model.CompletionRate.Length];
        var end = new long[model.Tasks];
        var open = new int[model.Tasks];
        var free = new Stack<int>();
        for (var task = 0; task < model.Tasks; task++)
        {
            open[task] = model.Model.Predecessors[task].Length;
            if (open[task] == 0)
            {
                free.Push(task);
            }
        }

        while (free.TryPop(out var task))
        {
            var start = model.Model.Predecessors[task].Length == 0 ? 0 : model.Model.Predecessors[task].Max(before => end[before]);
            end[task] = long.MaxValue;
            foreach (var crane in model.Allowed[task])
            {
                var at = (task * model.Cranes) + crane;
                end[task] = Math.Min(end[task], Math.Max(start, model.Model.Release[at]) + model.Model.Handling[at]);
            }

            ref var vessel = ref ends[model.Vessel[task]];
            vessel = Math.Max(vessel, end[task]);
            foreach (var next in model.Model.Successors[task])
            {
                if (--open[next] == 0)
                {
                    free.Push(next);
                }
            }
        }

        return (ends.Max(), ends);
    }

    /// <summary>
    /// Weighted completion when all cranes were one, as fast as they are together, that may break work off: the mean busy times of the
    /// schedule by rate over work are least (Goemans 1996), and a vessel's end is at least its mean busy time and half of its work later.
    /// </summary>
    private static long Capacity(ListModel model)
    {
        var vessels = model.CompletionRate.Length;
        var (work, ready) = (new long[vessels], new long[vessels]);
        Array.Fill(ready, long.MaxValue);
        for (var task = 0; task < model.Tasks; task++)
        {
            var vessel = model.Vessel[task];
            work[vessel] += model.LeastHandling(task);
            foreach (var crane in model.Allowed[task])
            {
                // In units of a slot of all cranes together.
                ready[vessel] = Math.Min(ready[vessel], (long)model.Model.Release[(task * model.Cranes) + crane] * model.Cranes);
            }
        }

        var left = (long[])work.Clone();
        var moments = new Int128[vessels];
        long now = 0;
        while (true)
        {
            var (best, next) = (-1, long.MaxValue);
            for (var vessel = 0; vessel < vessels; vessel++)
            {
                if (left[vessel] == 0)
                {
                    continue;
                }

                if (ready[vessel] > now)
                {
                    next = Math.Min(next, ready[vessel]);
                }
                else if (best < 0 || (Int128)model.CompletionRate[vessel] * work[best] > (Int128)model.CompletionRate[best] * work[vessel])
                {
                    best = vessel;
                }
            }

            if (best < 0)
            {
                if (next == long.MaxValue)
                {
                    break;
                }

                now = next;
                continue;
            }

            var end = Math.Min(next, now + left[best]);
            moments[best] += ((Int128)end * end) - ((Int128)now * now);
            left[best] -= end - now;
            now = end;
        }

        Int128 sum = 0;
        for (var vessel = 0; vessel < vessels; vessel++)
        {
            if (work[vessel] > 0)
            {
                // rate * (moment / (2 work) + work / 2) / cranes
                sum += model.CompletionRate[vessel] * Fraction * (moments[vessel] + ((Int128)work[vessel] * work[vessel])) / (2 * (Int128)work[vessel] * model.Cranes);
            }
        }

        return (long)((sum + Fraction - 1) / Fraction);
    }

    /// <summary>Sections that must be travelled, and slots for them: each gap between positions, but for one less than there are cranes.</summary>
    private static (long Sections, long Slots) Ways(ListModel model)
    {
        var positions = model.Model.GroupPosition;
        var gaps = new long[positions.Length - 1];
        for (var gap = 0; gap < gaps.Length; gap++)
        {
            gaps[gap] = (long)positions[gap + 1] - positions[gap];
        }

        Array.Sort(gaps);
        long sections = 0;
        for (var gap = 0; gap < gaps.Length - (model.Cranes - 1); gap++)
        {
            sections += gaps[gap];
        }

        return (sections, model.Model.Travel(sections));
    }
}
