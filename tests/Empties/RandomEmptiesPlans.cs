using System.Collections.Immutable;
using BerthOpt.Empties;
using BerthOpt.Search;

namespace BerthOpt.Tests.Empties;

/// <summary>Random plans: good ones, and good ones with a few entries changed. They name only what there is.</summary>
internal static class RandomEmptiesPlans
{
    public static EmptiesPlan Of(EmptiesProblem problem, ulong seed)
    {
        var rng = new Rng(seed + 77);
        var plan = rng.Next(4) == 0 ? EmptiesPlan.Empty : EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 400_000, Threads = 1 }).Plan ?? EmptiesPlan.Empty;
        for (var change = rng.Next(4); change > 0; change--)
        {
            plan = Changed(problem, plan, rng);
        }

        return plan;
    }

    private static EmptiesPlan Changed(EmptiesProblem problem, EmptiesPlan plan, Rng rng) => rng.Next(6) switch
    {
        0 when !problem.Voyages.IsEmpty => Copy(plan, voyages: plan.Voyages.Add(Move(problem, rng))),
        1 when !problem.Links.IsEmpty => Copy(plan, links: plan.Links.Add(new LinkMove(rng.Next(problem.Links.Length), rng.Next(problem.Periods), rng.Next(problem.Types.Length), rng.Next(1, 3)))),
        2 when !problem.Conversions.IsEmpty => Copy(plan, conversions: plan.Conversions.Add(new ConversionRun(rng.Next(problem.Conversions.Length), rng.Next(problem.Periods), 1))),
        3 when !plan.Fulfilments.IsEmpty => Copy(plan, fulfilments: plan.Fulfilments.RemoveAt(rng.Next(plan.Fulfilments.Length))),
        4 when !problem.Leases.IsEmpty && !problem.Leases[0].OnHire.IsEmpty => Copy(plan, onHires: plan.OnHires.Add(new HireMove(0, rng.Next(problem.Leases[0].OnHire.Length), rng.Next(problem.Periods), 1))),
        5 when !problem.Leases.IsEmpty && !problem.Leases[0].OffHire.IsEmpty => Copy(plan, offHires: plan.OffHires.Add(new HireMove(0, rng.Next(problem.Leases[0].OffHire.Length), rng.Next(problem.Periods), 1))),
        _ when !problem.Demands.IsEmpty => Copy(plan, fulfilments: plan.Fulfilments.Add(new Fulfilment(rng.Next(problem.Demands.Length), rng.Next(problem.Types.Length), 1))),
        _ => plan,
    };

    private static EmptiesPlan Copy(EmptiesPlan plan, ImmutableArray<VoyageMove>? voyages = null, ImmutableArray<LinkMove>? links = null, ImmutableArray<ConversionRun>? conversions = null, ImmutableArray<Fulfilment>? fulfilments = null, ImmutableArray<HireMove>? onHires = null, ImmutableArray<HireMove>? offHires = null) => new()
    {
        Voyages = voyages ?? plan.Voyages,
        Links = links ?? plan.Links,
        Conversions = conversions ?? plan.Conversions,
        Fulfilments = fulfilments ?? plan.Fulfilments,
        OnHires = onHires ?? plan.OnHires,
        OffHires = offHires ?? plan.OffHires,
    };

    private static VoyageMove Move(EmptiesProblem problem, Rng rng)
    {
        var voyage = rng.Next(problem.Voyages.Length);
        var from = rng.Next(problem.Voyages[voyage].Stops.Length - 1);
        return new VoyageMove(voyage, from, rng.Next(from + 1, problem.Voyages[voyage].Stops.Length), rng.Next(problem.Types.Length), rng.Next(1, 4));
    }
}
