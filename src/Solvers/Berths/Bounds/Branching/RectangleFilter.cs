namespace BerthOpt.Berths;

/// <summary>
/// Takes rectangles away that no plan below a node can use: those that break a decision, meet a part of quay and time that another
/// call takes whatever it chooses, or need cranes that others hold.
/// </summary>
internal sealed class RectangleFilter
{
    private readonly Rectangles _all;
    private readonly int[] _width;
    private readonly int _calls;
    private readonly int[] _capacity;
    private readonly int _cranesOnRail;
    private readonly int[] _held;
    private readonly int[] _order;
    private readonly int[] _chain;

    /// <summary>Filters rectangles of a problem.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="all">Its rectangles.</param>
    public RectangleFilter(BerthModel model, Rectangles all)
    {
        (_all, _width, _calls) = (all, all.Width, model.Calls.Length);
        (MinCell, MaxCell, MinStart, MaxStart) = (new int[_calls], new int[_calls], new int[_calls], new int[_calls]);
        (MinUntil, MaxUntil, MinHandlingEnd, MinCranes, MaxCranes) = (new int[_calls], new int[_calls], new int[_calls], new int[_calls], new int[_calls]);
        var pool = model.PoolOfQuay[0];
        _capacity = all.Grid.CraneCapacity;
        _cranesOnRail = pool >= 0 && model.Pools[pool].IsSpecific ? model.Pools[pool].Pool.Count : 0;
        _held = new int[all.Grid.Slots + 1];
        _order = new int[_calls];
        _chain = new int[_calls];
    }

    public int[] MinCell { get; }

    public int[] MaxCell { get; }

    public int[] MinStart { get; }

    public int[] MaxStart { get; }

    public int[] MinUntil { get; }

    public int[] MaxUntil { get; }

    public int[] MinHandlingEnd { get; }

    public int[] MinCranes { get; }

    public int[] MaxCranes { get; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Keeps what agrees with a decision about one call.</summary>
    /// <returns>Whether anything is left.</returns>
    public bool Decide(RectangleNode node, Relation decision)
    {
        var limit = decision.Second;
        return decision.Kind switch
        {
            RelationKind.StartBelow => Keep(node, decision.First, new AtMost(_all.Start, limit - 1)),
            RelationKind.StartFrom => Keep(node, decision.First, new AtLeast(_all.Start, limit)),
            RelationKind.CellBelow => Keep(node, decision.First, new AtMost(_all.Cell, limit - 1)),
            RelationKind.CellFrom => Keep(node, decision.First, new AtLeast(_all.Cell, limit)),
            RelationKind.CranesBelow => Keep(node, decision.First, new AtMost(_all.Cranes, limit - 1)),
            RelationKind.CranesFrom => Keep(node, decision.First, new AtLeast(_all.Cranes, limit)),
            _ => true,
        };
    }

    /// <summary>Filters until nothing changes.</summary>
    /// <returns>False when a call has nothing left, or cranes cannot suffice.</returns>
    public bool Propagate(RectangleNode node)
    {
        for (var call = 0; call < _calls; call++)
        {
            if (!Measure(node, call))
            {
                return false;
            }
        }

        for (var round = 0; round < 20; round++)
        {
            var before = Left(node);
            if (!FollowOrders(node) || !AvoidSureParts(node) || !RespectCranes(node))
            {
                return false;
            }

            if (Left(node) == before)
            {
                break;
            }
        }

        return _cranesOnRail == 0 || !ChainIsTooHeavy(node);
    }

    /// <summary>Brings the extremes of one call up to date.</summary>
    /// <returns>Whether it has any rectangle left.</returns>
    public bool Measure(RectangleNode node, int call)
    {
        if (node.Count[call] == 0)
        {
            return false;
        }

        var (minCell, maxCell, minStart, maxStart) = (int.MaxValue, 0, int.MaxValue, 0);
        var (minUntil, maxUntil, minHandlingEnd, minCranes, maxCranes) = (int.MaxValue, 0, int.MaxValue, int.MaxValue, 0);
        foreach (var rectangle in Active(node, call))
        {
            var (cell, start, until, cranes) = (_all.Cell[rectangle], _all.Start[rectangle], _all.Until[rectangle], _all.Cranes[rectangle]);
            (minCell, maxCell) = (Math.Min(minCell, cell), Math.Max(maxCell, cell));
            (minStart, maxStart) = (Math.Min(minStart, start), Math.Max(maxStart, start));
            (minUntil, maxUntil) = (Math.Min(minUntil, until), Math.Max(maxUntil, until));
            minHandlingEnd = Math.Min(minHandlingEnd, _all.HandlingEnd[rectangle]);
            (minCranes, maxCranes) = (Math.Min(minCranes, cranes), Math.Max(maxCranes, cranes));
        }

        Work += node.Count[call];
        (MinCell[call], MaxCell[call], MinStart[call], MaxStart[call]) = (minCell, maxCell, minStart, maxStart);
        (MinUntil[call], MaxUntil[call], MinHandlingEnd[call], MinCranes[call], MaxCranes[call]) = (minUntil, maxUntil, minHandlingEnd, minCranes, maxCranes);
        return true;
    }

    public ReadOnlySpan<int> Active(RectangleNode node, int call) => node.Active.AsSpan(_all.First[call], node.Count[call]);

    private static int Left(RectangleNode node) => System.Numerics.Tensors.TensorPrimitives.Sum<int>(node.Count);

    private bool Keep<TTest>(RectangleNode node, int call, TTest test)
        where TTest : struct, IRectangleTest
    {
        var before = node.Count[call];
        node.Keep(_all.First[call], call, test);
        Work += before;
        if (node.Count[call] == before)
        {
            return true;
        }

        return Measure(node, call);
    }

    private bool FollowOrders(RectangleNode node)
    {
        foreach (var (kind, a, b) in node.Orders)
        {
            var (first, second) = kind == RelationKind.Left
                ? (MinCell[a] + _width[a] > MinCell[b], MaxCell[a] + _width[a] > MaxCell[b])
                : (MinUntil[a] > MinStart[b], MaxUntil[a] > MaxStart[b]);
            if (first && !(kind == RelationKind.Left ? Keep(node, b, new AtLeast(_all.Cell, MinCell[a] + _width[a])) : Keep(node, b, new AtLeast(_all.Start, MinUntil[a]))))
            {
                return false;
            }

            if (second && !(kind == RelationKind.Left ? Keep(node, a, new AtMost(_all.Cell, MaxCell[b] - _width[a])) : Keep(node, a, new AtMost(_all.Until, MaxStart[b]))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a call takes in all its rectangles, no other may take.</summary>
    private bool AvoidSureParts(RectangleNode node)
    {
        for (var call = 0; call < _calls; call++)
        {
            var (left, right, from, to) = (MaxCell[call], MinCell[call] + _width[call], MaxStart[call], MinUntil[call]);
            if (left >= right || from >= to)
            {
                continue;
            }

            for (var other = 0; other < _calls; other++)
            {
                if (other == call || MinCell[other] >= right || MaxCell[other] + _width[other] <= left || MinStart[other] >= to || MaxUntil[other] <= from)
                {
                    continue;
                }

                if (!Keep(node, other, new Outside(_all, left - _width[other], right, from, to)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool RespectCranes(RectangleNode node)
    {
        if (_capacity.Length == 0)
        {
            return true;
        }

        Array.Clear(_held);
        var any = false;
        for (var call = 0; call < _calls; call++)
        {
            for (var slot = MaxStart[call]; slot < MinHandlingEnd[call]; slot++)
            {
                _held[slot] += MinCranes[call];
                any = true;
                if (_held[slot] > _capacity[slot])
                {
                    return false;
                }
            }
        }

        for (var call = 0; call < _calls && any; call++)
        {
            if (node.Count[call] > 1 && !Keep(node, call, new WithCranes(_all, _held, _capacity, MaxStart[call], MinHandlingEnd[call], MinCranes[call])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether calls that surely work at one time, each surely left of the next, need more cranes than the rail has: the longest chain
    /// of such pairs, as for placed calls.
    /// </summary>
    private bool ChainIsTooHeavy(RectangleNode node)
    {
        for (var call = 0; call < _calls; call++)
        {
            _order[call] = call;
            _chain[call] = MinCranes[call];
        }

        // If a is left of b in all choices, a's least cell is below b's.
        Array.Sort((int[])MinCell.Clone(), _order);
        for (var index = 0; index < _calls; index++)
        {
            var right = _order[index];
            for (var before = 0; before < index; before++)
            {
                var left = _order[before];
                var meet = MinCranes[left] > 0 && MinCranes[right] > 0 && MaxStart[left] < MinHandlingEnd[right] && MaxStart[right] < MinHandlingEnd[left]
                    && MaxStart[left] < MinHandlingEnd[left] && MaxStart[right] < MinHandlingEnd[right];
                if (meet && (MaxCell[left] < MinCell[right] || node.Orders.Contains(new Relation(RelationKind.Left, left, right))))
                {
                    _chain[right] = Math.Max(_chain[right], _chain[left] + MinCranes[right]);
                }
            }

            if (_chain[right] > _cranesOnRail)
            {
                return true;
            }
        }

        return false;
    }
}
