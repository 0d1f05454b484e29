namespace BerthOpt.Berths;

/// <summary>The first orders of a search.</summary>
internal static class DiscreteConstruction
{
    /// <summary>Appends the calls in the order in which they can come, each where that costs least.</summary>
    public static void Append<TCost>(DiscreteModel model, DiscreteState<TCost> state)
        where TCost : struct, IStartCost
    {
        state.Clear();
        foreach (var call in Enumerable.Range(0, model.Calls).OrderBy(call => model.Terms[call].Release))
        {
            state.Append(call, model.Targets[call].MinBy(berth => state.ProposeAppend(call, berth)));
        }
    }
}
