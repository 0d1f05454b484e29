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

    public static PlanVerdict Verdict(BerthProblem problem, BerthPlan plan)
    {
        var check = BerthChecker.Check(problem, plan);
        return PlanVerdict.Of(check.IsValid, check.Cost.Total, check.Faults);
    }

    private void Compare(BerthState state) => Verdict(_model.Problem, state.ToPlan()).Require(state.Cost);
}
