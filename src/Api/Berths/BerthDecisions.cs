using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>What a request decides of a plan of berths beforehand: pins, and how far the initial plan is frozen.</summary>
internal static class BerthDecisions
{
    public static IReadOnlyList<Property> All { get; } = [ReplanDocumentShape.Pins, ReplanDocumentShape.Freeze];

    /// <summary>The problem with what is decided in it, the plan to start from, which may have to be repaired, and what could not be kept of it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The initial plan; null for none, or for one that cannot be read, which is told elsewhere.</param>
    /// <param name="decisions">Values of <see cref="All"/>, undefined where there is none.</param>
    /// <param name="request">The request.</param>
    /// <param name="faults">Every fault, with pointers into the request.</param>
    public static (BerthProblem Problem, BerthPlan? Plan, ImmutableArray<JobFailure> Warnings) Apply(BerthProblem problem, BerthPlan? plan, IReadOnlyList<JsonElement> decisions, JsonElement request, out ImmutableArray<Fault> faults)
    {
        var scope = BerthScope.Of(problem);
        var root = At.Root.Open();
        T Read<T>(Property<T> property, JsonElement json, T left) => json.ValueKind == JsonValueKind.Undefined ? left : property.Kind.Read(json, root[property.Name], scope);

        var replan = new BerthReplan { Pins = Read(ReplanDocumentShape.Pins, decisions[0], []), FreezeUntil = Read(ReplanDocumentShape.Freeze, decisions[1], 0) };
        if (replan.FreezeUntil > 0 && plan is null && !request.EnumerateObject().Any(property => property.NameEquals("initialPlan") && property.Value.ValueKind != JsonValueKind.Null))
        {
            scope.Faults.AddMissing(root, "initialPlan", "the plan that is frozen");
        }

        if (scope.Faults.Count > 0)
        {
            scope.AddModelFaults(BerthRevision.Faults(problem, plan ?? new BerthPlan(new Assignment?[problem.Calls.Length]), replan), request, ReplanDocumentShape.Shape);
        }
        else if (replan.Pins.Length > 0 || replan.FreezeUntil > 0)
        {
            try
            {
                var revision = BerthRevision.Of(problem, plan, replan);
                faults = [];
                return (revision.Problem, plan is null ? null : revision.Plan, ReplanRequests.Warnings(revision));
            }
            catch (InvalidInputException exception)
            {
                scope.AddModelFaults(exception.Faults, request, ReplanDocumentShape.Shape);
            }
        }

        faults = scope.Faults.All;
        return (problem, plan, []);
    }
}
