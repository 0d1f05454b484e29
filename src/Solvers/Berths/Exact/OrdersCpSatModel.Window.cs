using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Berths;

/// <content>Windows: some calls of a plan are free, the others stay as they are; only their cranes may be others of the same number.</content>
internal sealed partial class OrdersCpSatModel
{
    /// <summary>Builds the model of all plans below a cost that differ from a plan in a few calls only.</summary>
    /// <param name="model">A problem that <see cref="Fits"/>.</param>
    /// <param name="at">The plan.</param>
    /// <param name="free">Which calls are free; some are.</param>
    /// <param name="below">By how much the plan is to become cheaper at least, in grid cost units.</param>
    /// <param name="step">What divides every cost.</param>
    public static OrdersCpSatModel Window(BerthModel model, ReadOnlySpan<Placement> at, ReadOnlySpan<bool> free, long below, long step)
    {
        var window = new OrdersCpSatModel(model, step);
        window.Tie(at, free, below);
        return window;
    }

    /// <summary>The free calls of a solution of a window; the others are left as they are.</summary>
    public void Read(CpSatRun run, ReadOnlySpan<bool> free, Span<Placement> placements)
    {
        for (var call = 0; call < free.Length; call++)
        {
            if (free[call])
            {
                placements[call] = Read(run, call);
            }
        }
    }

    private void Tie(ReadOnlySpan<Placement> at, ReadOnlySpan<bool> free, long below)
    {
        var most = -below;
        for (var call = 0; call < free.Length; call++)
        {
            most += free[call] ? at[call].Cost - _model.Calls[call].IdealCost : 0;
        }

        var (from, to) = (long.MaxValue, long.MinValue);
        for (var call = 0; call < free.Length && !IsEmpty; call++)
        {
            if (free[call])
            {
                AddCall(call, most);
                (from, to) = IsEmpty ? (from, to) : (Math.Min(from, _start[call].Domain.Min()), Math.Max(to, _end[call].Domain.Max()));
            }
        }

        if (IsEmpty)
        {
            return;
        }

        var cranesLeft = CranesLeft(at, free, isMirrored: false);
        var cranesRight = CranesLeft(at, free, isMirrored: true);
        for (var call = 0; call < free.Length; call++)
        {
            // What no free call can meet only takes cranes from what it meets itself.
            if (!free[call] && at[call].Start < to + _model.TimeGap && from < at[call].End + _model.TimeGap)
            {
                AddTied(call, at[call], cranesLeft[call], cranesRight[call]);
            }
        }

        for (var a = 0; a < free.Length && !IsEmpty; a++)
        {
            for (var b = a + 1; b < free.Length && !IsEmpty; b++)
            {
                if (_cell[a] is null || _cell[b] is null)
                {
                    continue;
                }

                if (free[a] || free[b])
                {
                    AddPossibleOrders(a, b);
                }
                else
                {
                    KeepCranesApart(a, b, at);
                }
            }
        }

        if (!IsEmpty)
        {
            Finish(most);
        }
    }

    /// <summary>For each tied call, the number of cranes that the tied ones on one side of it need at least.</summary>
    private int[] CranesLeft(ReadOnlySpan<Placement> at, ReadOnlySpan<bool> free, bool isMirrored)
    {
        var needed = new int[at.Length];
        if (_model.PoolOfQuay[0] < 0)
        {
            return needed;
        }

        var cells = at.ToArray();
        var order = Enumerable.Range(0, at.Length).OrderBy(call => isMirrored ? -cells[call].Cell : cells[call].Cell).ToArray();
        for (var index = 0; index < order.Length; index++)
        {
            var call = order[index];
            for (var before = 0; before < index && !free[call]; before++)
            {
                var other = order[before];
                if (!free[other] && Meet(at[call], at[other]))
                {
                    needed[call] = Math.Max(needed[call], needed[other] + CranesOf(other, at[other]));
                }
            }
        }

        return needed;
    }

    private int CranesOf(int call, in Placement at) => _model.Calls[call].Zones[0].Options[at.Option].Cranes;

    private static bool Meet(in Placement a, in Placement b) => a.Start < b.HandlingEnd && b.Start < a.HandlingEnd;

    private void AddTied(int index, in Placement at, int cranesLeft, int cranesRight)
    {
        (_start[index], _end[index], _cell[index]) = (Model.NewConstant(at.Start), Model.NewConstant(at.End), Model.NewConstant(at.Cell));
        _stay[index] = Model.NewConstant(at.End - at.Start);
        var pool = _model.PoolOfQuay[0];
        if (pool < 0)
        {
            return;
        }

        var cranes = CranesOf(index, at);
        _cranes[index] = Model.NewConstant(cranes);
        if (_model.Pools[pool].IsSpecific)
        {
            var pinned = _model.Calls[index].FirstCrane;
            _first[index] = pinned >= 0 ? Model.NewConstant(pinned) : Model.NewIntVar(cranesLeft, _model.Pools[pool].Pool.Count - cranesRight - cranes, string.Empty);
        }
    }

    private void KeepCranesApart(int a, int b, ReadOnlySpan<Placement> at)
    {
        if (_first[a] is { } one && _first[b] is { } two && Meet(at[a], at[b]))
        {
            Model.Add(at[a].Cell < at[b].Cell ? one + Cranes(a) <= two : two + Cranes(b) <= one);
        }
    }

    /// <summary>As <see cref="AddPair"/>, without the orders that the limits of both calls rule out: with one of them tied, most are.</summary>
    private void AddPossibleOrders(int a, int b)
    {
        if (_end[a].Domain.Max() + _model.TimeGap <= _start[b].Domain.Min() || _end[b].Domain.Max() + _model.TimeGap <= _start[a].Domain.Min())
        {
            return;
        }

        var orders = new List<ILiteral>(4);
        foreach (var (one, two) in ((int, int)[])[(a, b), (b, a)])
        {
            if (_end[one].Domain.Min() + _model.TimeGap <= _start[two].Domain.Max())
            {
                orders.Add(Before(one, two));
            }

            if (_cell[one].Domain.Min() + _model.Calls[one].Zones[0].Width + _model.Quays[0].HullGap <= _cell[two].Domain.Max())
            {
                orders.Add(Left(one, two));
            }
        }

        IsEmpty = orders.Count == 0;
        if (!IsEmpty)
        {
            Model.AddExactlyOne(orders);
        }
    }
}
