namespace BerthOpt.Berths;

/// <summary>
/// Branch and bound over <see cref="PathPricing"/>, the least bound first: a call that the paths meet several times starts either by
/// some slot or behind it, or lies either in some group of berths or elsewhere. Twins start in the order of their numbers. The least bound of all open branches is a bound.
/// </summary>
internal sealed class PathBranching
{
    private const int StepsPerBranch = 1000;
    private const double FirstStep = 1;
    private const int MaxNodes = 1 << 22;
    private const int NoGroup = -1;

    private readonly DiscreteModel _model;
    private readonly PriorityQueue<Branch, (long Value, int Number)> _open = new();
    private readonly StartSpread _spread;
    private readonly CallTwins _twins;
    private readonly int _bits;
    private PathPricing _pricing;
    private PriceSteps _steps;
    private long _value;
    private long _solved = long.MaxValue;
    private long _openNodes;
    private int _number;
    private int _done;

    /// <summary>Starts from a relaxation and the prices that gave a value.</summary>
    public PathBranching(DiscreteModel model, CallTwins twins, PathPricing root, ReadOnlySpan<long> prices, long value)
    {
        _model = model;
        _bits = root.Bits;
        _spread = new StartSpread(model.Calls);
        _twins = twins;
        (_pricing, _steps) = (root, new PriceSteps(model.Calls, FirstStep));
        Enter(new Branch(root, prices.ToArray(), value));
    }

    /// <summary>The least bound of all branches, the problem's constant left out, in <c>2^-Bits</c> cost units; <see cref="long.MaxValue"/> when none is left.</summary>
    public long Value { get; private set; }

    /// <summary>Whether there are too many branches to go on.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Nodes and arcs looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>One evaluation.</summary>
    /// <param name="upperBound">Cost of the best plan known, the problem's constant left out.</param>
    public void Step(long upperBound)
    {
        var before = _pricing.Work;
        if (_done > 0)
        {
            _steps.Move((double)((upperBound << _bits) - _value), (double)upperBound * (1L << _bits));
        }

        var value = _pricing.Evaluate(_steps.Prices);
        var improved = value > _value || _done == 0;
        if (improved)
        {
            _value = Math.Max(_value, value);
            _pricing.Trim(_steps.Prices, value, upperBound);
        }

        if (_done++ == 0)
        {
            _steps.Begin(_pricing.Shortage);
        }
        else
        {
            _steps.Learn(_pricing.Shortage, improved);
        }

        _spread.Meet(_pricing);
        Work += _pricing.Work - before;
        if (_pricing.IsClosed || IsEnough(_value, upperBound))
        {
            Next(upperBound);
        }
        else if (_done >= StepsPerBranch || _steps.IsSpent)
        {
            Split();
            Next(upperBound);
        }
        else
        {
            Value = Math.Min(Math.Min(_value, _solved), _open.TryPeek(out _, out var least) ? least.Value : long.MaxValue);
        }
    }

    private bool IsEnough(long value, long upperBound) => value > (upperBound - 1) << _bits;

    private void Enter(Branch branch)
    {
        _pricing = branch.Pricing;
        _steps = new PriceSteps(_model.Calls, FirstStep);
        branch.Prices.CopyTo(_steps.Prices, 0);
        _value = branch.Value;
        Value = Math.Min(_value, _solved);
        _done = 0;
        _spread.Clear();
    }

    private void Next(long upperBound)
    {
        while (_open.TryDequeue(out var branch, out _))
        {
            _openNodes -= branch.Pricing.Nodes;
            if (!IsEnough(branch.Value, upperBound))
            {
                Enter(branch);
                return;
            }
        }

        Value = IsEnough(_solved, upperBound) ? long.MaxValue : _solved;
        IsExhausted = true;
    }

    private void Split()
    {
        _pricing.Evaluate(_steps.Best());
        if (Array.TrueForAll(_pricing.Shortage, shortage => shortage == 0))
        {
            // The paths are a plan, and the best one of this branch: its cost is the bound.
            _solved = Math.Min(_solved, _value);
            return;
        }

        if (Choice() is not { } division)
        {
            _solved = Math.Min(_solved, _value);
            return;
        }

        var prices = _steps.Prices;
        Push(new Branch(new PathPricing(_pricing, (group, nodes, node) => IsInFirst(division, nodes.Calls[node], group, nodes.Starts[node])), prices, _value));
        Push(new Branch(new PathPricing(_pricing, (group, nodes, node) => IsInSecond(division, nodes.Calls[node], group, nodes.Starts[node])), prices, _value));
        IsExhausted = _openNodes > MaxNodes;
    }

    private void Push(Branch branch)
    {
        _open.Enqueue(branch, (branch.Value, _number++));
        _openNodes += branch.Pricing.Nodes;
    }

    // What to split; null when every call has one start only.
    private Division? Choice()
    {
        if (_spread.Widest() is var (chosen, mean))
        {
            return new Division(chosen, mean, NoGroup);
        }

        // Otherwise the call with the most nodes is halved, in time if it can be, else by its groups.
        var all = Enumerable.Range(0, _pricing.Groups.Count)
            .SelectMany(group => _pricing.Groups[group].Calls.Zip(_pricing.Groups[group].Starts, (call, start) => (Call: call, Group: group, Start: start)))
            .GroupBy(node => node.Call).MaxBy(nodes => nodes.Count())!;
        var (low, high) = (all.Min(node => node.Start), all.Max(node => node.Start));
        if (low < high)
        {
            return new Division(all.Key, (low + high) / 2, NoGroup);
        }

        var first = all.Min(node => node.Group);
        return all.Max(node => node.Group) > first ? new Division(all.Key, 0, first) : null;
    }

    // With a call its twins of lower number start by a slot as well, and those of higher number behind it.
    private bool IsInFirst(Division division, int call, int group, int start) => division.Group != NoGroup
        ? call != division.Call || group == division.Group
        : !_twins.IsUpTo(division.Call, call) || start <= division.Start;

    private bool IsInSecond(Division division, int call, int group, int start) => division.Group != NoGroup
        ? call != division.Call || group != division.Group
        : !_twins.IsFrom(division.Call, call) || start > division.Start;

    private readonly record struct Division(int Call, int Start, int Group);

    private sealed record Branch(PathPricing Pricing, long[] Prices, long Value);
}
