using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Depth-first branch and bound over the rectangles that plans below a cutoff may use. A node's bound is the Lagrangian relaxation;
/// <see cref="BranchChoice"/> says what it branches over. When nothing is left open, no plan costs less than the cutoff. A cheaper plan met on
/// the way is kept, and lowers the cutoff.
/// </summary>
internal sealed class RectangleBranching
{
    private const int MostDepth = 400;

    private readonly BerthModel _model;
    private readonly Rectangles _all;
    private readonly RectangleFilter _filter;
    private readonly RectangleRelaxation _relaxation;
    private readonly BerthState _state;
    private readonly List<RectangleNode> _nodes = [];
    private readonly BranchChoice _choice;
    private readonly Action _visit;
    private readonly Func<int, Placement> _chosen;
    private readonly int _prices;
    private readonly long _stepUnits;
    private long _cut;
    private int _depth;

    /// <summary>Starts a tree.</summary>
    /// <param name="model">A problem with one quay.</param>
    /// <param name="all">The rectangles to choose from.</param>
    /// <param name="prices">The tables to price them with.</param>
    /// <param name="root">Multipliers to begin with.</param>
    /// <param name="cut">A plan that costs more than this above the ideal is of no use, in units.</param>
    /// <param name="stepUnits">What the costs of two plans differ by at least, in units.</param>
    public RectangleBranching(BerthModel model, Rectangles all, RectanglePrices prices, ReadOnlySpan<float> root, long cut, long stepUnits)
    {
        (_model, _all, _cut, _stepUnits) = (model, all, cut, stepUnits);
        _prices = root.Length;
        _filter = new RectangleFilter(model, all);
        _relaxation = new RectangleRelaxation(model, all, prices);
        _state = new BerthState(model);
        _choice = new BranchChoice(all, _filter, _relaxation);
        _visit = _choice.CountConflicts;
        _chosen = call => _all[_relaxation.BestChosen[call]];
        var node = Node(0);
        root.CopyTo(node.Prices);
        for (var call = 0; call < Calls; call++)
        {
            node.Count[call] = all.First[call + 1] - all.First[call];
            for (var index = all.First[call]; index < all.First[call + 1]; index++)
            {
                node.Active[index] = index;
            }
        }
    }

    /// <summary>Whether nothing is left open.</summary>
    public bool Finished { get; private set; }

    /// <summary>Whether a node could not be closed: what is below it was left out, and nothing is proven.</summary>
    public bool Failed { get; private set; }

    /// <summary>The cheapest plan met, if any is below the cut.</summary>
    public Placement[]? Plan { get; private set; }

    /// <summary>Cost of <see cref="Plan"/>.</summary>
    public long PlanCost { get; private set; } = long.MaxValue;

    /// <summary>Nodes bounded so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work => _filter.Work / 4 + _relaxation.Work + (Nodes * 200);

    private int Calls => _model.Calls.Length;

    /// <summary>Lowers the cut after a better plan was found elsewhere.</summary>
    public void Lower(long cut) => _cut = Math.Min(_cut, cut);

    /// <summary>Goes on until so much work is done in all, or nothing is left open.</summary>
    public void Run(long work, StopMonitor stop)
    {
        while (!Finished && !Failed && Work < work && !stop.IsStopped)
        {
            Step();
        }
    }

    private RectangleNode Node(int depth)
    {
        while (_nodes.Count <= depth)
        {
            _nodes.Add(new RectangleNode(Calls, _all.Count, _prices));
        }

        return _nodes[depth];
    }

    private void Step()
    {
        var node = _nodes[_depth];
        if (!node.IsBounded)
        {
            node.IsBounded = true;
            Nodes++;
            if (!Open(node))
            {
                Back();
            }

            return;
        }

        while (node.NextChild < node.Children.Count)
        {
            var (decision, value) = node.Children[node.NextChild++];
            if (value > _cut)
            {
                continue;
            }

            if (_depth >= MostDepth)
            {
                Failed = true;
                return;
            }

            var child = Node(_depth + 1);
            child.Inherit(node, decision);
            if (decision.IsOrder || _filter.Decide(child, decision))
            {
                _depth++;
                return;
            }
        }

        Back();
    }

    private void Back()
    {
        if (_depth == 0)
        {
            Finished = !Failed;
            return;
        }

        _depth--;
    }

    /// <summary>Filters and bounds a node and chooses its branches.</summary>
    /// <returns>Whether it has any.</returns>
    private bool Open(RectangleNode node)
    {
        if (!_filter.Propagate(node))
        {
            return false;
        }

        _choice.Forget();
        var bound = _relaxation.Improve(node, _cut, _depth == 0 ? 100 : 16, _visit);
        if (bound > _cut)
        {
            return false;
        }

        TryPlan();
        if (bound > _cut)
        {
            return false;
        }

        bound = _relaxation.Restore(node);
        if (Fix(node, bound) && !_filter.Propagate(node))
        {
            return false;
        }

        if (IsDecided(node))
        {
            return Close(node);
        }

        Failed |= !_choice.TryBranch(node, bound, _cut);
        return true;
    }

    /// <summary>Takes away what is too dear at the node's prices.</summary>
    /// <returns>Whether anything went.</returns>
    private bool Fix(RectangleNode node, long bound)
    {
        var any = false;
        for (var call = 0; call < Calls; call++)
        {
            var before = node.Count[call];
            node.Keep(_all.First[call], call, new Affordable(_relaxation.Value, _cut - bound + _relaxation.Least[call]));
            any |= node.Count[call] < before;
        }

        return any;
    }

    private static bool IsDecided(RectangleNode node)
    {
        foreach (var count in node.Count)
        {
            if (count > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A node at which every call has one rectangle left: a plan below the cut, or none.</summary>
    private bool Close(RectangleNode node)
    {
        for (var call = 0; call < Calls; call++)
        {
            _relaxation.BestChosen[call] = node.Active[_all.First[call]];
        }

        // Where a rectangle stands for many placements, others might do where the cheapest are in each other's way; and where cranes
        // need time to come over, other cranes might: a working plan keeps the cranes of neighbours in the order of their places, and
        // a plan in which they change sides is not met.
        var travels = _model.PoolOfQuay[0] is >= 0 and var pool && _model.Pools[pool].Pool.Travel is not null;
        Failed |= IsBelowCut(out _) && !TryPlan() && (travels || !_all.Grid.IsExact);
        return false;
    }

    /// <summary>Whether the calls' cheapest rectangles are a plan; keeps it when it is below the cut.</summary>
    private bool TryPlan()
    {
        if (!IsBelowCut(out var cost))
        {
            return false;
        }

        if (PlacementFit.Join(_state, _chosen, out var planCost) is not { } plan)
        {
            return false;
        }

        (Plan, PlanCost) = (plan, planCost);
        _cut = cost - _stepUnits;
        return true;
    }

    private bool IsBelowCut(out long cost)
    {
        cost = 0;
        for (var call = 0; call < Calls; call++)
        {
            cost += _all.Cost[_relaxation.BestChosen[call]];
        }

        return cost <= _cut;
    }
}
