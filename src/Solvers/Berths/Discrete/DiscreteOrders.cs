namespace BerthOpt.Berths;

/// <summary>A copy of the orders of a state: all calls, berth by berth.</summary>
internal sealed class DiscreteOrders
{
    private readonly int[] _calls;
    private readonly int[] _count;

    public DiscreteOrders(DiscreteModel model)
    {
        _calls = new int[model.Calls];
        _count = new int[model.Berths.Length];
    }

    /// <summary>Copies the orders of a state.</summary>
    public void Load<TCost>(DiscreteState<TCost> state)
        where TCost : struct, IStartCost
    {
        var next = 0;
        for (var berth = 0; berth < _count.Length; berth++)
        {
            _count[berth] = state.CountAt(berth);
            for (var place = 0; place < _count[berth]; place++)
            {
                _calls[next++] = state.CallAt(berth, place);
            }
        }
    }

    /// <summary>Reads the orders off a plan that gives every call a berth.</summary>
    public void Load(BerthPlan plan, BerthProblem problem, DiscreteModel model)
    {
        var berthOf = new int[model.Calls];
        var starts = new int[model.Calls];
        Array.Clear(_count);
        for (var call = 0; call < model.Calls; call++)
        {
            var assignment = plan.Assignments[call] ?? throw new ArgumentException($"Call \"{problem.Calls[call].Id}\" is left out; expected a berth for each call.", nameof(plan));
            berthOf[call] = Array.FindIndex(model.Berths, berth => berth.Quay == assignment.Quay && berth.Number == assignment.Berth);
            starts[call] = assignment.Start;
            _count[berthOf[call]]++;
        }

        var order = Enumerable.Range(0, model.Calls).OrderBy(call => berthOf[call]).ThenBy(call => starts[call]).ThenBy(call => call);
        var next = 0;
        foreach (var call in order)
        {
            _calls[next++] = call;
        }
    }

    /// <summary>Gives a state these orders.</summary>
    public void Store<TCost>(DiscreteState<TCost> state)
        where TCost : struct, IStartCost
    {
        state.Clear();
        var next = 0;
        for (var berth = 0; berth < _count.Length; berth++)
        {
            for (var place = 0; place < _count[berth]; place++)
            {
                state.Append(_calls[next++], berth);
            }
        }
    }

    /// <summary>The plan in which every call starts as early as it can.</summary>
    public BerthPlan ToPlan(BerthProblem problem, DiscreteModel model)
    {
        var assignments = new Assignment?[model.Calls];
        var next = 0;
        for (var berth = 0; berth < _count.Length; berth++)
        {
            var place = model.Berths[berth];
            var free = model.Open[place.Group];
            for (var number = 0; number < _count[berth]; number++)
            {
                var call = _calls[next++];
                ref readonly var cell = ref model.Cells[(place.Group * model.Calls) + call];
                var start = Math.Max(free, model.Terms[call].Release);
                free = start + cell.Occupied;
                assignments[call] = new Assignment(place.Quay, place.Number, place.Position, start, free - model.Clearance, cell.Cranes);
            }
        }

        return new BerthPlan(assignments);
    }
}
