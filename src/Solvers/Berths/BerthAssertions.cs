using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>Compares what search believes with the checker's verdict, as often as the options ask.</summary>
internal sealed class BerthAssertions
{
    private readonly BerthModel _model;
    private readonly AssertionLevel _level;

    public BerthAssertions(BerthModel model, AssertionLevel level) => (_model, _level) = (model, level);

    public void AfterMove(BerthState state)
    {
        if (_level >= AssertionLevel.PerMove && state.Missing == 0)
        {
            Compare(state);
        }
    }

    public void AfterIncumbent(BerthState state)
    {
        if (_level >= AssertionLevel.PerIncumbent)
        {
            Compare(state);
        }
    }

    private void Compare(BerthState state)
    {
        var check = BerthChecker.Check(_model.Problem, state.ToPlan());
        if (!check.IsValid || check.Cost.Total != state.Cost)
        {
            throw new InvalidOperationException($"Search believes in a valid plan of cost {state.Cost}; the checker finds {check.Cost.Total} and {check.Faults.Length} faults: {string.Join(" ", check.Faults.Take(3))}");
        }
    }
}
