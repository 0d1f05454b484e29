using BerthOpt.Berths;
using Google.OrTools.ModelBuilder;

namespace BerthOpt.Bench.Peers;

/// <summary>
/// The time-indexed model as flows: in each cell one unit flows through time, over placements and over idle slots (the arc-flow form of
/// Kramer, Lalla-Ruiz, Iori and Voss 2019; the same bound as covering every cell and slot at most once, with two entries a cell instead of one for
/// each slot). Cranes flow in the same way, as many as the pool has.
/// </summary>
internal sealed class TimeIndexedModel
{
    private readonly BerthProblem _problem;
    private readonly ModelBuilderHelper _model;
    private readonly int[] _cells;
    private readonly int[] _cranes;

    private TimeIndexedModel(BerthProblem problem)
    {
        _problem = problem;
        _model = Model.Helper;
        var pool = Fitting.Pool(problem);
        _cells = [.. Enumerable.Range(0, Fitting.CellCount(problem.Quays[0])).Select(_ => AddFlow(1))];
        _cranes = pool is null ? [] : [AddFlow(pool.Count)];
    }

    public Model Model { get; } = new();

    /// <summary>The placement of each column that is one, by the column's index.</summary>
    public List<(int Column, Placement Placement)> Columns { get; } = [];

    /// <summary>Builds the model; null when it takes longer than there is time.</summary>
    public static TimeIndexedModel? Build(BerthProblem problem, Func<bool> isLate)
    {
        var model = new TimeIndexedModel(problem);
        model._model.SetObjectiveOffset(problem.Objective.Constant);
        var makespan = problem.Objective.Makespan > 0 ? model.AddColumn(problem.Objective.Makespan, problem.Horizon, isWhole: false) : -1;
        for (var call = 0; call < problem.Calls.Length; call++)
        {
            if (isLate())
            {
                return null;
            }

            model.AddCall(call, makespan);
        }

        return model;
    }

    private void AddCall(int call, int makespan)
    {
        var once = AddRow(1, 1);
        var last = makespan < 0 ? -1 : AddRow(0, double.PositiveInfinity);
        if (last >= 0)
        {
            _model.AddConstraintTerm(last, makespan, 1);
        }

        foreach (var placement in Placement.Of(_problem, call))
        {
            var column = AddColumn(placement.Cost(_problem), 1, isWhole: true);
            Columns.Add((column, placement));
            _model.AddConstraintTerm(once, column, 1);
            if (last >= 0)
            {
                _model.AddConstraintTerm(last, column, -placement.End);
            }

            for (var cell = placement.Cell; cell < placement.Cell + placement.Width; cell++)
            {
                Flow(_cells[cell], column, placement.Start, placement.End, 1);
            }

            if (_cranes.Length > 0 && placement.Cranes > 0)
            {
                Flow(_cranes[0], column, placement.Start, placement.WorkEnd, placement.Cranes);
            }
        }
    }

    /// <summary>Rows of one flow through time, slot by slot; the first row is returned.</summary>
    private int AddFlow(int amount)
    {
        var first = -1;
        var idle = -1;
        for (var slot = 0; slot < _problem.Horizon; slot++)
        {
            var row = AddRow(slot == 0 ? amount : 0, slot == 0 ? amount : 0);
            first = slot == 0 ? row : first;
            if (slot > 0)
            {
                _model.AddConstraintTerm(row, idle, -1);
            }

            idle = AddColumn(0, amount, isWhole: false);
            _model.AddConstraintTerm(row, idle, 1);
        }

        return first;
    }

    private void Flow(int first, int column, int start, int end, int amount)
    {
        _model.AddConstraintTerm(first + start, column, amount);
        if (end < _problem.Horizon)
        {
            _model.AddConstraintTerm(first + end, column, -amount);
        }
    }

    private int AddRow(double from, double to)
    {
        var row = _model.AddLinearConstraint();
        _model.SetConstraintLowerBound(row, from);
        _model.SetConstraintUpperBound(row, to);
        return row;
    }

    private int AddColumn(double cost, double most, bool isWhole)
    {
        var column = _model.AddVar();
        _model.SetVarLowerBound(column, 0);
        _model.SetVarUpperBound(column, most);
        _model.SetVarIntegrality(column, isWhole);
        _model.SetVarObjectiveCoefficient(column, cost);
        return column;
    }
}
