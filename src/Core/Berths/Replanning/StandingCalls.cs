namespace BerthOpt.Berths;

/// <summary>Which calls of a plan can stay as they are, in a problem that it was not made for.</summary>
internal static class StandingCalls
{
    /// <summary>Takes calls out of the plan until the rest breaks no rule but that some are missing.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan with an entry for each of its calls.</param>
    /// <param name="order">All calls; of two that cannot both stay the later one goes.</param>
    /// <returns>Whether each call is planned and stays.</returns>
    public static bool[] Of(BerthProblem problem, BerthPlan plan, ReadOnlySpan<int> order)
    {
        var rank = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            rank[order[place]] = place;
        }

        bool[] stays = [.. plan.Assignments.Select(stay => stay is not null)];
        while (true)
        {
            var faults = FaultsOf(problem, plan, stays);
            if (faults.Count == 0)
            {
                return stays;
            }

            var known = false;
            foreach (var fault in faults.Where(fault => fault.Call >= 0).OrderBy(fault => fault.Other >= 0))
            {
                known = true;
                if (fault.Other < 0)
                {
                    stays[fault.Call] = false;
                }
                else if (stays[fault.Call] && stays[fault.Other])
                {
                    stays[rank[fault.Call] > rank[fault.Other] ? fault.Call : fault.Other] = false;
                }
            }

            if (!known)
            {
                stays[LastToFit(problem, plan, order, stays)] = false;
            }
        }
    }

    /// <summary>Too many share something scarce: the first call, in order, that goes beyond it together with those before.</summary>
    private static int LastToFit(BerthProblem problem, BerthPlan plan, ReadOnlySpan<int> order, bool[] stays)
    {
        var (fits, breaks) = (0, order.Length);
        while (breaks - fits > 1)
        {
            var middle = (fits + breaks) >> 1;
            var some = new bool[stays.Length];
            foreach (var call in order[..middle])
            {
                some[call] = stays[call];
            }

            (fits, breaks) = FaultsOf(problem, plan, some).Count == 0 ? (middle, breaks) : (fits, middle);
        }

        return order[breaks - 1];
    }

    private static List<PlanFault> FaultsOf(BerthProblem problem, BerthPlan plan, bool[] stays) =>
        [.. BerthChecker.Check(problem, new BerthPlan(plan.Assignments.Select((stay, call) => stays[call] ? stay : null))).Faults.Where(fault => fault.Code != BerthFaultCodes.CallLeftOut)];
}
