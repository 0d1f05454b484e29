using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>Compares what search believes with the checker's verdict, as often as the options ask.</summary>
internal static class CraneAssertions
{
    public static PlanVerdict Verdict(CraneProblem problem, CranePlan plan)
    {
        var check = CraneChecker.Check(problem, plan);
        return PlanVerdict.Of(check.IsValid, check.Cost.Total, check.Faults);
    }

    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Compare(ListModel model, CraneState state)
    {
        if (state.IsPlan)
        {
            Verdict(model.Model.Problem, state.ToPlan()).Require(state.Cost);
        }
    }
}
