using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Cranes;

/// <summary>
/// The general problem as clauses, for CP-SAT: a crane for each task, an order for each pair, and for each two cranes with which the pair
/// would conflict the way that lies between. Travel is counted as each crane's range, and directions are left out: the bound stays one.
/// </summary>
internal sealed class FreeCpSatModel
{
    private const int MostTerms = 12_000;

    private readonly ListModel _model;
    private readonly CraneModel _base;
    private readonly IntVar[] _start;
    private readonly IntVar[] _end;
    private readonly BoolVar?[] _does;
    private readonly List<LinearExpr> _cost = [];

    /// <summary>Builds the model of all plans that cost at least and at most so much.</summary>
    public FreeCpSatModel(ListModel model, long least, long most)
    {
        (_model, _base) = (model, model.Model);
        (_start, _end) = (new IntVar[model.Tasks], new IntVar[model.Tasks]);
        _does = new BoolVar?[model.Tasks * model.Cranes];
        for (var task = 0; task < model.Tasks; task++)
        {
            AddTask(task);
        }

        for (var first = 0; first < model.Tasks; first++)
        {
            for (var second = first + 1; second < model.Tasks; second++)
            {
                AddPair(first, second);
            }
        }

        AddEnds();
        AddCranes();
        var total = LinearExpr.Sum(_cost);
        Model.Add(total >= least);
        Model.Add(total <= most);
        Model.Minimize(total);
    }

    public CpModel Model { get; } = new();

    /// <summary>Whether the model is small enough to be of use, and its costs are exact in the numbers of CP-SAT.</summary>
    public static bool Fits(ListModel model, long cost) => (long)model.Tasks * model.Tasks * model.Cranes * model.Cranes <= MostTerms && cost < 1L << 50;

    /// <summary>Puts the tasks into a list in the order of the solution's starts.</summary>
    public void Read(CpSatRun run, CraneState state)
    {
        var assignments = new TaskAssignment[_model.Tasks];
        for (var task = 0; task < _model.Tasks; task++)
        {
            var crane = _model.Allowed[task].First(crane => run.Value(_does[(task * _model.Cranes) + crane]!) == 1);
            assignments[_base.TaskOf[task]] = new TaskAssignment(crane, (int)run.Value(_start[task]), (int)run.Value(_end[task]));
        }

        state.Load(new CranePlan(assignments));
    }

    private void AddTask(int task)
    {
        _start[task] = Model.NewIntVar(0, _base.Problem.Horizon, "");
        _end[task] = Model.NewIntVar(0, _base.Problem.Horizon, "");
        var (handling, release, latest, one) = (new List<LinearExpr>(), new List<LinearExpr>(), new List<LinearExpr>(), new List<ILiteral>());
        foreach (var crane in _model.Allowed[task])
        {
            var at = (task * _model.Cranes) + crane;
            var does = Model.NewBoolVar("");
            _does[at] = does;
            one.Add(does);
            handling.Add(does * _base.Handling[at]);
            release.Add(does * _base.Release[at]);
            latest.Add(does * _base.LatestEnd[at]);
            foreach (var outage in _base.Problem.Cranes[crane].Outages)
            {
                var before = Model.NewBoolVar("");
                Model.Add(_end[task] <= outage.From).OnlyEnforceIf([does, before]);
                Model.Add(_start[task] >= outage.To).OnlyEnforceIf([does, before.Not()]);
            }
        }

        Model.AddExactlyOne(one);
        Model.Add(_end[task] == _start[task] + LinearExpr.Sum(handling));
        Model.Add(_start[task] >= LinearExpr.Sum(release));
        Model.Add(_end[task] <= LinearExpr.Sum(latest));
    }

    private void AddPair(int first, int second)
    {
        if (_model.Before[second].Contains(first))
        {
            Model.Add(_start[second] >= _end[first]);
        }
        else if (_model.Before[first].Contains(second))
        {
            Model.Add(_start[first] >= _end[second]);
        }

        var isFirst = Model.NewBoolVar("");
        if (_model.Apart[first].Contains(second))
        {
            Model.Add(_start[second] >= _end[first]).OnlyEnforceIf(isFirst);
            Model.Add(_start[first] >= _end[second]).OnlyEnforceIf(isFirst.Not());
        }

        foreach (var crane in _model.Allowed[first])
        {
            foreach (var other in _model.Allowed[second])
            {
                var way = CraneState.Way(_model.Place(first, crane), crane, _model.Place(second, other), other);
                if (way >= 0)
                {
                    var (does, alsoDoes) = (_does[(first * _model.Cranes) + crane]!, _does[(second * _model.Cranes) + other]!);
                    var travel = _model.Travel(way);
                    Model.Add(_start[second] >= _end[first] + travel).OnlyEnforceIf([does, alsoDoes, isFirst]);
                    Model.Add(_start[first] >= _end[second] + travel).OnlyEnforceIf([does, alsoDoes, isFirst.Not()]);
                }
            }
        }
    }

    private void AddEnds()
    {
        var horizon = _base.Problem.Horizon;
        if (_model.Objective.Makespan > 0)
        {
            var makespan = Model.NewIntVar(0, horizon, "");
            Model.AddMaxEquality(makespan, _end);
            _cost.Add(makespan * _model.Objective.Makespan);
        }

        for (var vessel = 0; _model.IsByVessel && vessel < _model.Tracks; vessel++)
        {
            IntVar[] ends = [.. Enumerable.Range(0, _model.Tasks).Where(task => _model.Vessel[task] == vessel).Select(task => _end[task])];
            if (ends.Length > 0)
            {
                var end = Model.NewIntVar(0, horizon, "");
                var late = Model.NewIntVar(0, horizon, "");
                Model.AddMaxEquality(end, ends);
                Model.Add(late >= end - _model.Due[vessel]);
                _cost.Add(end * _model.CompletionRate[vessel]);
                _cost.Add(late * _model.LatenessRate[vessel]);
            }
        }
    }

    /// <summary>Each crane's work without overlaps, its duty and its range.</summary>
    private void AddCranes()
    {
        var positions = _base.Position;
        for (var crane = 0; crane < _model.Cranes; crane++)
        {
            int[] tasks = [.. Enumerable.Range(0, _model.Tasks).Where(task => _base.Can(task, crane))];
            if (tasks.Length == 0)
            {
                continue;
            }

            var works = new List<IntervalVar>();
            var (begin, end) = (Model.NewIntVar(0, _base.Problem.Horizon, ""), Model.NewIntVar(0, _base.Problem.Horizon, ""));
            var (low, high) = (Model.NewIntVar(positions[0], positions[^1], ""), Model.NewIntVar(positions[0], positions[^1], ""));
            var (duty, range) = (Model.NewIntVar(0, _base.Problem.Horizon, ""), Model.NewIntVar(0, positions[^1] - (long)positions[0], ""));
            foreach (var task in tasks)
            {
                var at = (task * _model.Cranes) + crane;
                var does = _does[at]!;
                works.Add(Model.NewOptionalFixedSizeIntervalVar(_start[task], _base.Handling[at], does, ""));
                Model.Add(begin <= _start[task]).OnlyEnforceIf(does);
                Model.Add(end >= _end[task]).OnlyEnforceIf(does);
                Model.Add(low <= positions[task]).OnlyEnforceIf(does);
                Model.Add(high >= positions[task]).OnlyEnforceIf(does);
            }

            Model.AddNoOverlap(works);
            Model.Add(duty >= end - begin);
            Model.Add(range >= high - low);
            _cost.Add(duty * _model.Objective.CraneSlots);
            _cost.Add(range * _model.Objective.Travel);
        }
    }
}
