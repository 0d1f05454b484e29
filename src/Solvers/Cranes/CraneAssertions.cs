namespace BerthOpt.Cranes;

/// <summary>Compares what search believes with the checker's verdict.</summary>
internal static class CraneAssertions
{
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Compare(ListModel model, CraneState state)
    {
        if (!state.IsPlan)
        {
            return;
        }

        var check = CraneChecker.Check(model.Model.Problem, state.ToPlan());
        if (!check.IsValid || check.Cost.Total != state.Cost)
        {
            throw new InvalidOperationException($"Search believes in a valid plan of cost {state.Cost}; the checker finds {check.Cost.Total} and {check.Faults.Length} faults: {string.Join(" ", check.Faults.Take(3))}");
        }
    }
}
