using BerthOpt.Kernels;
using BerthOpt.Search;
using Google.OrTools.Sat;
using Google.OrTools.Util;

namespace BerthOpt.Berths;

/// <summary>
/// A continuous quay as clauses over orders, for CP-SAT: of two calls one lies left of the other, with its cranes left of the other's, or
/// one has left before the other comes. Calls that never meet in time need no order. Costs are counted above each call's ideal, in steps
/// of what two plans differ by at least.
/// </summary>
internal sealed partial class OrdersCpSatModel
{
    private readonly BerthModel _model;
    private readonly IntVar[] _cell;
    private readonly IntVar[] _start;
    private readonly IntVar[] _end;
    private readonly IntVar[] _stay;
    private readonly IntVar?[] _cranes;
    private readonly IntVar?[] _first;
    private readonly long _step;
    private readonly List<LinearExpr> _cost = [];

    /// <summary>Builds the model of all plans that cost no more than a cutoff.</summary>
    /// <param name="model">A problem that <see cref="Fits"/>.</param>
    /// <param name="most">What a plan may cost above all calls' ideals, in grid cost units.</param>
    /// <param name="step">What divides every cost.</param>
    public OrdersCpSatModel(BerthModel model, long most, long step)
        : this(model, step)
    {
        for (var call = 0; call < _cell.Length && !IsEmpty; call++)
        {
            AddCall(call, most);
        }

        if (IsEmpty)
        {
            return;
        }

        for (var a = 0; a < _cell.Length; a++)
        {
            for (var b = a + 1; b < _cell.Length; b++)
            {
                AddPair(a, b);
            }
        }

        Finish(most);
    }

    private OrdersCpSatModel(BerthModel model, long step)
    {
        (_model, _step) = (model, step);
        var calls = model.Calls.Length;
        (_cell, _start, _end, _stay) = (new IntVar[calls], new IntVar[calls], new IntVar[calls], new IntVar[calls]);
        (_cranes, _first) = (new IntVar?[calls], new IntVar?[calls]);
    }

    public CpModel Model { get; } = new();

    /// <summary>Whether a call alone costs too much wherever it is put: there is no such plan.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether plans of a problem are just the solutions of such a model.</summary>
    public static bool Fits(BerthModel model)
    {
        if (model.Quays.Length != 1 || !model.Quays[0].IsContinuous || model.Quays[0].Closed is not null || model.MakespanRate > 0 || model.Caps.Length > 0 || model.Calls.Length < 2)
        {
            return false;
        }

        var pool = model.PoolOfQuay[0] < 0 ? null : model.Pools[model.PoolOfQuay[0]];
        if (pool is not null && (model.TimeGap > 0 || !pool.Pool.Outages.IsEmpty || !pool.Pool.Reaches.IsEmpty || pool.Pool.Travel is not null))
        {
            return false;
        }

        return Array.TrueForAll(model.Calls, call => !call.Optional && call.NextDeparture is null && call.Zones.Length == 1
            && Array.TrueForAll(call.Zones[0].Options, option => option.SlotsByCell is null && (pool is null || option.Cranes > 0)));
    }

    /// <summary>The placements of a solution.</summary>
    public Placement[] Read(CpSatRun run)
    {
        var placements = new Placement[_model.Calls.Length];
        for (var call = 0; call < placements.Length; call++)
        {
            placements[call] = Read(run, call);
        }

        return placements;
    }

    private Placement Read(CpSatRun run, int call)
    {
        var zone = _model.Calls[call].Zones[0];
        var (cell, start, end) = ((int)run.Value(_cell[call]), (int)run.Value(_start[call]), (int)run.Value(_end[call]));
        var cranes = _cranes[call] is { } variable ? (int)run.Value(variable) : zone.Options[0].Cranes;
        return new Placement
        {
            Option = Array.FindIndex(zone.Options, option => option.Cranes == cranes),
            Cell = cell,
            Start = start,
            HandlingEnd = end,
            End = end,
            FirstCrane = -1,
            Cost = zone.Price(cell) + _model.Calls[call].TimeCost(start, end, end - start, cranes),
        };
    }

    /// <summary>Place, time and cranes of a call, each alone cheap enough, and what they cost.</summary>
    private void AddCall(int index, long most)
    {
        var call = _model.Calls[index];
        var zone = call.Zones[0];
        var (starts, ends) = (new List<long>(), new SortedSet<long>());
        for (var start = call.Earliest; start <= call.Latest; start++)
        {
            var any = false;
            foreach (var option in zone.Options)
            {
                var end = start + option.MinSlots;
                if (call.MayArrive(start) && end <= call.EndLimit && zone.MinPlaceCost + call.TimeCost(start, end, option.MinSlots, option.Cranes) - call.IdealCost <= most)
                {
                    any = true;
                    ends.Add(end);
                }
            }

            if (any)
            {
                starts.Add(start);
            }
        }

        var cells = new List<long>();
        for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
        {
            if (zone.Price(cell) - zone.MinPlaceCost <= most)
            {
                cells.Add(cell);
            }
        }

        if (starts.Count == 0 || cells.Count == 0)
        {
            IsEmpty = true;
            return;
        }

        _start[index] = Variable(starts);
        _end[index] = Variable(ends);
        _cell[index] = Variable(cells);
        _stay[index] = Variable(zone.Options.Select(option => (long)option.MinSlots));
        Model.Add(_start[index] + _stay[index] == _end[index]);
        AddCranes(index, zone);
        AddPlaceCost(zone, _cell[index], cells);
        AddTimeCost(index, call, zone);
    }

    private void AddCranes(int index, Zone zone)
    {
        if (zone.Options.Length > 1)
        {
            // Options are ascending in cranes; the literal of each ties its number to its handling.
            var cranes = Variable(zone.Options.Select(option => (long)option.Cranes));
            var table = Model.AddAllowedAssignments([cranes, _stay[index]]);
            foreach (var option in zone.Options)
            {
                table.AddTuple([option.Cranes, option.MinSlots]);
            }

            _cranes[index] = cranes;
        }

        var pool = _model.PoolOfQuay[0];
        if (pool < 0 || !_model.Pools[pool].IsSpecific)
        {
            return;
        }

        var count = _model.Pools[pool].Pool.Count;
        var pinned = _model.Calls[index].FirstCrane;
        _first[index] = pinned >= 0 ? Model.NewConstant(pinned) : Model.NewIntVar(0, count, string.Empty);
        Model.Add(_first[index]! + Cranes(index) <= count);
    }

    private LinearExpr Cranes(int index) => _cranes[index] is { } cranes ? cranes : LinearExpr.Constant(_model.Calls[index].Zones[0].Options[0].Cranes);

    private IntVar Variable(IEnumerable<long> values) => Model.NewIntVarFromDomain(Domain.FromValues([.. values]), string.Empty);

    private void AddPair(int a, int b)
    {
        if (_end[a].Domain.Max() + _model.TimeGap <= _start[b].Domain.Min() || _end[b].Domain.Max() + _model.TimeGap <= _start[a].Domain.Min())
        {
            return;
        }

        ILiteral[] orders = [Before(a, b), Before(b, a), Left(a, b), Left(b, a)];
        Model.AddExactlyOne(orders);
    }

    private BoolVar Before(int a, int b)
    {
        var before = Model.NewBoolVar(string.Empty);
        Model.Add(_end[a] + _model.TimeGap <= _start[b]).OnlyEnforceIf(before);
        return before;
    }

    private BoolVar Left(int a, int b)
    {
        var left = Model.NewBoolVar(string.Empty);
        Model.Add(_cell[a] + _model.Calls[a].Zones[0].Width + _model.Quays[0].HullGap <= _cell[b]).OnlyEnforceIf(left);
        if (_first[a] is { } first && _first[b] is { } next)
        {
            Model.Add(first + Cranes(a) <= next).OnlyEnforceIf(left);
        }

        return left;
    }

    private void Finish(long most)
    {
        AddCapacities();
        var total = LinearExpr.Sum(_cost);
        Model.Add(total <= most / _step);
        Model.Minimize(total);
    }

    /// <summary>Length of quay and number of cranes at each time: implied by the orders where cranes are specific, and the rule itself where they only count.</summary>
    private void AddCapacities()
    {
        var quay = _model.Quays[0];
        var length = Model.AddCumulative(quay.Cells + quay.HullGap);
        var pool = _model.PoolOfQuay[0];
        var cranes = pool < 0 ? null : Model.AddCumulative(_model.Pools[pool].Pool.Count);
        for (var call = 0; call < _cell.Length; call++)
        {
            if (_cell[call] is null)
            {
                continue;
            }

            var stay = Model.NewIntervalVar(_start[call], _stay[call], _end[call], string.Empty);
            var taken = _model.TimeGap == 0 ? stay : Model.NewIntervalVar(_start[call], _stay[call] + _model.TimeGap, _end[call] + _model.TimeGap, string.Empty);
            length.AddDemand(taken, _model.Calls[call].Zones[0].Width + quay.HullGap);
            cranes?.AddDemand(stay, Cranes(call));
        }
    }
}
