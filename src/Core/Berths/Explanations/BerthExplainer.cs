using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>
/// Says why a valid plan is as it is: what each call costs, and which rule or neighbour keeps it from an earlier start, a nearer place or one more crane.
/// Every statement is the checker's, asked of the plan with that one call elsewhere.
/// </summary>
public static class BerthExplainer
{
    /// <summary>Explains every call, in the problem's order.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="cancellation">Ends it early: calls that were not looked at have place and cost alone, and are marked so (<see cref="CallExplanation.IsComplete"/>).</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    public static ImmutableArray<CallExplanation> Explain(BerthProblem problem, BerthPlan plan, CancellationToken cancellation = default)
    {
        var check = Require(problem, plan);
        var visits = Visit.All(problem, plan);
        var explanations = ImmutableArray.CreateBuilder<CallExplanation>(visits.Length);
        for (var call = 0; call < visits.Length; call++)
        {
            explanations.Add(cancellation.IsCancellationRequested ? Bare(plan, check, call) with { IsComplete = false } : Of(problem, plan, check, visits, call));
        }

        return explanations.MoveToImmutable();
    }

    /// <summary>Explains one call.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="call">Index of the call.</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such call.</exception>
    public static CallExplanation Explain(BerthProblem problem, BerthPlan plan, int call)
    {
        var check = Require(problem, plan);
        ArgumentOutOfRangeException.ThrowIfNegative(call);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(call, problem.Calls.Length);
        return Of(problem, plan, check, Visit.All(problem, plan), call);
    }

    private static CallExplanation Bare(BerthPlan plan, BerthCheck check, int call) => new() { Call = call, Assignment = plan.Assignments[call], Cost = check.CostByCall[call] };

    private static BerthCheck Require(BerthProblem problem, BerthPlan plan)
    {
        var check = BerthChecker.Check(problem, plan);
        return check.IsValid ? check : throw new ArgumentException($"The plan breaks a rule: {check.Faults[0]} Expected a valid plan.", nameof(plan));
    }

    private static CallExplanation Of(BerthProblem problem, BerthPlan plan, BerthCheck check, Visit?[] visits, int call)
    {
        var probe = new CallProbe(problem, visits, call);
        var explanation = Bare(plan, check, call);
        return plan.Assignments[call] is not { } at ? explanation : explanation with
        {
            Earlier = probe.Earlier(at),
            Nearer = probe.Nearer(at),
            MoreCranes = probe.MoreCranes(at),
        };
    }
}
