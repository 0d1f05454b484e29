namespace BerthOpt.Berths;

/// <summary>Which calls of a plan can stay as they are, in a problem that it was not made for. They may leave later than they would have, where they must.</summary>
internal static class StandingCalls
{
    /// <summary>Takes calls out of the plan until the rest breaks no rule but that some are missing.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan with an entry for each of its calls.</param>
    /// <param name="order">The calls, all or some, that are planned and might stay; of two that cannot both stay the later one goes.</param>
    /// <returns>For each call why it cannot stay; null for one that stays.</returns>
    public static string?[] Of(BerthProblem problem, BerthPlan plan, ReadOnlySpan<int> order)
    {
        var rank = new int[problem.Calls.Length];
        Array.Fill(rank, -1);
        for (var place = 0; place < order.Length; place++)
        {
            rank[order[place]] = plan.Assignments[order[place]] is null ? -1 : place;
        }

        var why = new string?[rank.Length];
        bool[] stays = [.. rank.Select(place => place >= 0)];
        var giveWay = new List<int>();
        while (FaultsOf(problem, plan, stays) is { Count: > 0 } faults)
        {
            var known = false;
            foreach (var fault in faults.Where(fault => fault.Call >= 0).OrderBy(fault => fault.Other >= 0))
            {
                known = true;
                if (fault.Other < 0)
                {
                    (stays[fault.Call], why[fault.Call]) = (false, why[fault.Call] ?? fault.Message);
                }
                else if (stays[fault.Call] && stays[fault.Other])
                {
                    Go(rank[fault.Call] > rank[fault.Other] ? fault.Call : fault.Other, fault.Message);
                }
            }

            if (!known)
            {
                Go(LastToFit(problem, plan, order, stays), faults[0].Message);
            }
        }

        // Who gave way to somebody that has gone as well may stay after all.
        foreach (var call in giveWay.OrderBy(call => rank[call]))
        {
            stays[call] = true;
            if (FaultsOf(problem, plan, stays) is [var fault, ..])
            {
                (stays[call], why[call]) = (false, fault.Message);
            }
            else
            {
                why[call] = null;
            }
        }

        return why;

        void Go(int call, string message)
        {
            (stays[call], why[call]) = (false, message);
            giveWay.Add(call);
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

    private static List<PlanFault> FaultsOf(BerthProblem problem, BerthPlan plan, bool[] stays)
    {
        var some = Departures.Delayed(problem, new BerthPlan(plan.Assignments.Select((stay, call) => stays[call] ? stay : null)));
        return [.. BerthChecker.Check(problem, some).Faults.Where(fault => fault.Code != BerthFaultCodes.CallLeftOut)];
    }
}
