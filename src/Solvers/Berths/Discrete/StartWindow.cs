namespace BerthOpt.Berths;

/// <summary>The starts <c>[Low, High]</c> of one call at one group of equal berths that a better plan may still have; empty when Low is above High.</summary>
internal struct StartWindow
{
    /// <summary>The call.</summary>
    public int Call;

    /// <summary>The group of equal berths.</summary>
    public int Group;

    /// <summary>First start.</summary>
    public int Low;

    /// <summary>Last start.</summary>
    public int High;

    /// <summary>
    /// All starts, call by call, of plans that cost less than <paramref name="upperBound"/> (the problem's constant left out): with
    /// every other call at its least cost, none may cost more than what is left.
    /// </summary>
    public static List<StartWindow> Below(DiscreteModel model, long upperBound)
    {
        var windows = new List<StartWindow>();
        var spare = upperBound - 1 - LeastCosts(model);
        for (var call = 0; call < model.Calls; call++)
        {
            var most = LeastCost(model, call) + spare;
            for (var group = 0; group < model.Groups; group++)
            {
                ref readonly var cell = ref model.Cells[(group * model.Calls) + call];
                if (cell.Occupied < 0)
                {
                    continue;
                }

                // Costs never fall with the start: the last start that is cheap enough is found by halving.
                var low = Math.Max(model.Terms[call].Release, model.Open[group]);
                var below = low - 1;
                var high = cell.Latest;
                while (below < high)
                {
                    var middle = (int)(((long)below + high + 1) >> 1);
                    if (model.CostOf(call, group, middle) <= most)
                    {
                        below = middle;
                    }
                    else
                    {
                        high = middle - 1;
                    }
                }

                if (high >= low)
                {
                    windows.Add(new StartWindow { Call = call, Group = group, Low = low, High = high });
                }
            }
        }

        return windows;
    }

    /// <summary>Sum of the costs of all calls, were each alone; no plan costs less.</summary>
    public static long LeastCosts(DiscreteModel model)
    {
        long sum = 0;
        for (var call = 0; call < model.Calls; call++)
        {
            sum += LeastCost(model, call);
        }

        return sum;
    }

    private static long LeastCost(DiscreteModel model, int call)
    {
        var least = long.MaxValue;
        for (var group = 0; group < model.Groups; group++)
        {
            if (model.Cells[(group * model.Calls) + call].Occupied >= 0)
            {
                least = Math.Min(least, model.CostOf(call, group, Math.Max(model.Terms[call].Release, model.Open[group])));
            }
        }

        return least;
    }
}
