using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// The Lagrangian relaxation over what is left at a node: quay, cranes and decided orders have multipliers, and each call takes its
/// cheapest rectangle. All values are whole units, so the bound is exact.
/// </summary>
internal sealed class RectangleRelaxation
{
    private readonly BerthModel _model;
    private readonly Rectangles _all;
    private readonly RectanglePrices _prices;
    private readonly float[] _point;
    private readonly float[] _usage;
    private readonly long[] _cellPrice;
    private readonly long[] _startPrice;
    private readonly long[] _untilPrice;
    private readonly float[] _orderPoint = new float[1024];

    public RectangleRelaxation(BerthModel model, Rectangles all, RectanglePrices prices)
    {
        (_model, _all, _prices) = (model, all, prices);
        _point = new float[prices.Capacity.Length];
        _usage = new float[prices.Capacity.Length];
        Value = new long[all.Count];
        (_cellPrice, _startPrice, _untilPrice) = (new long[Calls], new long[Calls], new long[Calls]);
        (Chosen, Least) = (new int[Calls], new long[Calls]);
        BestChosen = new int[Calls];
    }

    /// <summary>Each call's cheapest rectangle in the last evaluation.</summary>
    public int[] Chosen { get; }

    /// <summary>The choices of the evaluation that gave the node's bound.</summary>
    public int[] BestChosen { get; }

    /// <summary>What each call's cheapest rectangle costs in the last evaluation, prices included.</summary>
    public long[] Least { get; }

    /// <summary>What each rectangle costs at the prices of the last evaluation, where it is left.</summary>
    public long[] Value { get; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    private int Calls => _model.Calls.Length;

    /// <summary>Improves a node's bound until it passes the cut, or the steps are used up; the node keeps the best multipliers.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cut">A bound above this ends the node.</param>
    /// <param name="steps">Most evaluations.</param>
    /// <param name="visit">Told after each evaluation; may look at <see cref="Chosen"/>.</param>
    /// <returns>The best bound, in units above the ideal.</returns>
    public long Improve(RectangleNode node, long cut, int steps, Action visit)
    {
        var best = long.MinValue;
        var orders = node.Orders.Count;
        node.Prices.CopyTo(_point, 0);
        for (var order = 0; order < orders; order++)
        {
            _orderPoint[order] = node.OrderPrices[order];
        }

        var theta = 1f;
        var stale = 0;
        for (var step = 0; step < steps; step++)
        {
            var value = Evaluate(node);
            visit();
            if (value > best)
            {
                stale = best == long.MinValue || value - best > (cut - best) / 64 ? 0 : stale + 1;
                best = value;
                _point.CopyTo(node.Prices, 0);
                Chosen.CopyTo(BestChosen, 0);
                for (var order = 0; order < orders; order++)
                {
                    node.OrderPrices[order] = _orderPoint[order];
                }
            }
            else if (++stale % 2 == 0)
            {
                theta *= 0.6f;
            }

            if (best > cut || stale >= 8 || step == steps - 1)
            {
                break;
            }

            Move(node, theta, cut, value);
        }

        return best;
    }

    /// <summary>Prices everything at the node's multipliers again, so that <see cref="Value"/> and <see cref="Least"/> are theirs.</summary>
    public long Restore(RectangleNode node)
    {
        node.Prices.CopyTo(_point, 0);
        for (var order = 0; order < node.Orders.Count; order++)
        {
            _orderPoint[order] = node.OrderPrices[order];
        }

        return Evaluate(node);
    }

    private long Evaluate(RectangleNode node)
    {
        _prices.Set(_point);
        var total = -_prices.Worth + SetOrderPrices(node);
        for (var call = 0; call < Calls; call++)
        {
            total += Cheapest(node, call);
        }

        Work += (_point.Length / 12) + (System.Numerics.Tensors.TensorPrimitives.Sum<int>(node.Count) / 5);
        return total;
    }

    /// <summary>An order costs its multiplier times by how much it is broken: linear in both calls' places.</summary>
    private long SetOrderPrices(RectangleNode node)
    {
        Array.Clear(_cellPrice);
        Array.Clear(_startPrice);
        Array.Clear(_untilPrice);
        long constant = 0;
        for (var order = 0; order < node.Orders.Count; order++)
        {
            var (kind, a, b) = node.Orders[order];
            var price = (long)_orderPoint[order];
            if (kind == RelationKind.Left)
            {
                _cellPrice[a] += price;
                _cellPrice[b] -= price;
                constant += price * _all.Width[a];
            }
            else
            {
                _untilPrice[a] += price;
                _startPrice[b] -= price;
            }
        }

        return constant;
    }

    private long Cheapest(RectangleNode node, int call)
    {
        var (width, first) = (_all.Width[call], _all.First[call]);
        var (onCell, onStart, onUntil) = (_cellPrice[call], _startPrice[call], _untilPrice[call]);
        var (least, at) = (long.MaxValue, -1);
        foreach (var rectangle in node.Active.AsSpan(first, node.Count[call]))
        {
            var (cell, start, until) = (_all.Cell[rectangle], _all.Start[rectangle], _all.Until[rectangle]);
            var value = _all.Cost[rectangle] + _prices.Of(cell, width, start, until, _all.HandlingEnd[rectangle], _all.Cranes[rectangle])
                + (onCell * cell) + (onStart * start) + (onUntil * until);
            Value[rectangle] = value;
            if (value < least)
            {
                (least, at) = (value, rectangle);
            }
        }

        (Least[call], Chosen[call]) = (least, at);
        return least;
    }

    private void Move(RectangleNode node, float theta, long cut, long value)
    {
        Array.Clear(_usage);
        for (var call = 0; call < Calls; call++)
        {
            var rectangle = Chosen[call];
            _prices.Use(_usage, _all.Cell[rectangle], _all.Width[call], _all.Start[rectangle], _all.Until[rectangle], _all.HandlingEnd[rectangle], _all.Cranes[rectangle]);
        }

        var norm = PriceAscent.SquaredNorm(_point, _usage, _prices.Capacity);
        for (var order = 0; order < node.Orders.Count; order++)
        {
            var excess = Excess(node.Orders[order]);
            norm += excess > 0 || _orderPoint[order] > 0 ? excess * excess : 0;
        }

        if (norm <= 0)
        {
            return;
        }

        var step = theta * ((cut - value) + (cut >> 6) + 1) / norm;
        PriceAscent.Step(_point, _usage, _prices.Capacity, _prices.Limit, step);
        for (var order = 0; order < node.Orders.Count; order++)
        {
            _orderPoint[order] = Math.Clamp(_orderPoint[order] + (step * Excess(node.Orders[order])), 0, 1 << 28);
        }
    }

    private float Excess(Relation order) => order.Kind == RelationKind.Left
        ? _all.Cell[Chosen[order.First]] + _all.Width[order.First] - _all.Cell[Chosen[order.Second]]
        : _all.Until[Chosen[order.First]] - _all.Start[Chosen[order.Second]];
}
