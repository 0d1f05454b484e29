namespace BerthOpt.Berths;

/// <summary>
/// Chooses what a node branches over: how two calls that get in each other's way are ordered (left, right, before, after), and, where
/// no such pair is left, halves of what one call may do.
/// </summary>
internal sealed class BranchChoice
{
    private const int Pairs = 6;

    private readonly Rectangles _all;
    private readonly RectangleFilter _filter;
    private readonly RectangleRelaxation _relaxation;
    private readonly int[] _conflicts;
    private readonly List<(Relation Decision, long Value)> _children = [];

    public BranchChoice(Rectangles all, RectangleFilter filter, RectangleRelaxation relaxation)
    {
        (_all, _filter, _relaxation) = (all, filter, relaxation);
        _conflicts = new int[Calls * Calls];
    }

    private int Calls => _all.First.Length - 1;

    /// <summary>Forgets all conflicts, before a node is priced.</summary>
    public void Forget() => Array.Clear(_conflicts);

    /// <summary>Remembers which calls' cheapest rectangles overlap.</summary>
    public void CountConflicts()
    {
        for (var a = 0; a < Calls; a++)
        {
            var one = _relaxation.Chosen[a];
            for (var b = a + 1; b < Calls; b++)
            {
                var two = _relaxation.Chosen[b];
                if (_all.Start[one] < _all.Until[two] && _all.Start[two] < _all.Until[one]
                    && _all.Cell[one] < _all.Cell[two] + _all.Width[b] && _all.Cell[two] < _all.Cell[one] + _all.Width[a])
                {
                    _conflicts[(a * Calls) + b]++;
                }
            }
        }
    }

    /// <summary>Branches over the pair whose least hurtful order hurts most, or else over one call.</summary>
    /// <param name="node">The node, filtered and priced.</param>
    /// <param name="bound">Its bound.</param>
    /// <param name="cut">Branches whose bound is above this are left out.</param>
    /// <returns>Whether there was anything to branch over.</returns>
    public bool TryBranch(RectangleNode node, long bound, long cut)
    {
        node.Children.Clear();
        var bestScore = long.MinValue;
        for (var tries = 0; tries < Pairs; tries++)
        {
            var pair = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<int>(_conflicts);
            if (pair < 0 || _conflicts[pair] == 0)
            {
                break;
            }

            _conflicts[pair] = 0;
            var (a, b) = (pair / Calls, pair % Calls);
            if (IsOrdered(node, a, b))
            {
                tries--;
                continue;
            }

            var score = Score(node, a, b, bound, cut);
            if (score > bestScore)
            {
                bestScore = score;
                node.Children.Clear();
                node.Children.AddRange(_children);
            }
        }

        if (bestScore == long.MinValue)
        {
            return TryHalve(node, bound);
        }

        node.Children.Sort((one, two) => one.Value.CompareTo(two.Value));
        return true;
    }

    private static bool IsOrdered(RectangleNode node, int a, int b)
    {
        foreach (var order in node.Orders)
        {
            if ((order.First == a && order.Second == b) || (order.First == b && order.Second == a))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bounds the four orders of a pair by what the two calls' cheapest rectangles then cost.</summary>
    private long Score(RectangleNode node, int a, int b, long bound, long cut)
    {
        _children.Clear();
        var rest = bound - _relaxation.Least[a] - _relaxation.Least[b];
        foreach (var decision in (ReadOnlySpan<Relation>)
            [new(RelationKind.Left, a, b), new(RelationKind.Left, b, a), new(RelationKind.Before, a, b), new(RelationKind.Before, b, a)])
        {
            var value = rest + Least(node, decision);
            if (value <= cut)
            {
                _children.Add((decision, value));
            }
        }

        if (_children.Count == 0)
        {
            return long.MaxValue;
        }

        // The size of the tree below: a child that adds a share s of what is missing to the cut has some 0.02^s of the parent's.
        var size = 0.0;
        foreach (var (_, value) in _children)
        {
            size += Math.Pow(0.02, Math.Clamp((value - bound) / (double)Math.Max(1, cut - bound), 0, 1));
        }

        return (long)(-1e6 * size);
    }

    /// <summary>What two calls cost at least when one order of them must hold.</summary>
    private long Least(RectangleNode node, Relation order)
    {
        var (a, b) = (order.First, order.Second);
        var (mostA, leastB) = order.Kind == RelationKind.Left
            ? (_filter.MaxCell[b] - _all.Width[a], _filter.MinCell[a] + _all.Width[a])
            : (_filter.MaxStart[b], _filter.MinUntil[a]);
        var (columnA, columnB) = order.Kind == RelationKind.Left ? (_all.Cell, _all.Cell) : (_all.Until, _all.Start);
        var (one, two) = (long.MaxValue / 4, long.MaxValue / 4);
        foreach (var rectangle in _filter.Active(node, a))
        {
            one = columnA[rectangle] <= mostA ? Math.Min(one, _relaxation.Value[rectangle]) : one;
        }

        foreach (var rectangle in _filter.Active(node, b))
        {
            two = columnB[rectangle] >= leastB ? Math.Min(two, _relaxation.Value[rectangle]) : two;
        }

        return one + two;
    }

    /// <summary>Splits what the least decided call may do, at the middle of its widest dimension.</summary>
    private bool TryHalve(RectangleNode node, long bound)
    {
        node.Children.Clear();
        var (call, most) = (-1, 1);
        for (var each = 0; each < Calls; each++)
        {
            if (node.Count[each] > most)
            {
                (call, most) = (each, node.Count[each]);
            }
        }

        var starts = _filter.MaxStart[call] - _filter.MinStart[call];
        var cells = _filter.MaxCell[call] - _filter.MinCell[call];
        var (below, from, limit) = starts > 0 && starts >= cells ? (RelationKind.StartBelow, RelationKind.StartFrom, _filter.MinStart[call] + ((starts + 1) / 2))
            : cells > 0 ? (RelationKind.CellBelow, RelationKind.CellFrom, _filter.MinCell[call] + ((cells + 1) / 2))
            : (RelationKind.CranesBelow, RelationKind.CranesFrom, (_filter.MinCranes[call] + _filter.MaxCranes[call] + 1) / 2);
        if (starts == 0 && cells == 0 && _filter.MinCranes[call] == _filter.MaxCranes[call])
        {
            return false;
        }

        node.Children.Add((new Relation(below, call, limit), bound));
        node.Children.Add((new Relation(from, call, limit), bound));
        return true;
    }
}
