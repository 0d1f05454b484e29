namespace BerthOpt.Empties.Rolling;

/// <summary>What has been done when a window opens: the entries of plans that have begun, in the problem's own indices and periods.</summary>
internal sealed class DonePlan
{
    public List<VoyageMove> Voyages { get; } = [];

    public List<LinkMove> Links { get; } = [];

    public List<ConversionRun> Conversions { get; } = [];

    public List<Fulfilment> Fulfilments { get; } = [];

    public List<HireMove> OnHires { get; } = [];

    public List<HireMove> OffHires { get; } = [];

    /// <summary>Another one with the same entries.</summary>
    public DonePlan Copy()
    {
        var copy = new DonePlan();
        copy.Voyages.AddRange(Voyages);
        copy.Links.AddRange(Links);
        copy.Conversions.AddRange(Conversions);
        copy.Fulfilments.AddRange(Fulfilments);
        copy.OnHires.AddRange(OnHires);
        copy.OffHires.AddRange(OffHires);
        return copy;
    }

    public EmptiesPlan ToPlan() => new()
    {
        Voyages = [.. Voyages.GroupBy(move => move with { Count = 0 }).Select(group => group.Key with { Count = group.Sum(move => move.Count) })],
        Links = [.. Links],
        Conversions = [.. Conversions],
        Fulfilments = [.. Fulfilments],
        OnHires = [.. OnHires],
        OffHires = [.. OffHires],
    };

    /// <summary>What has come and not gone by the beginning of a period, and what is still to come: containers by location, type and period, the first as of that period.</summary>
    public IEnumerable<(int Location, int Type, int Period, int Count)> Coming(EmptiesProblem problem)
    {
        foreach (var move in Voyages)
        {
            var (from, to) = (problem.Voyages[move.Voyage].Stops[move.FromStop], problem.Voyages[move.Voyage].Stops[move.ToStop]);
            yield return (from.Location, move.Type, from.Departure, -move.Count);
            yield return (to.Location, move.Type, to.Arrival, move.Count);
        }

        foreach (var move in Links)
        {
            var link = problem.Links[move.Link];
            yield return (link.From, move.Type, move.Period, -move.Count);
            yield return (link.To, move.Type, move.Period + link.Transit, move.Count);
        }

        foreach (var run in Conversions)
        {
            var conversion = problem.Conversions[run.Conversion];
            yield return (conversion.Location, conversion.From, run.Period, -run.Count * conversion.In);
            yield return (conversion.Location, conversion.To, run.Period + conversion.Delay, run.Count * conversion.Out);
        }

        foreach (var given in Fulfilments)
        {
            var demand = problem.Demands[given.Demand];
            var each = given.Type == demand.Type ? 1 : problem.Substitutions.First(substitution => substitution.Asked == demand.Type && substitution.Given == given.Type).Count;
            yield return (demand.Location, given.Type, demand.Period, -given.Count * each);
        }

        foreach (var hire in OnHires)
        {
            yield return (problem.Leases[hire.Lease].OnHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, hire.Count);
        }

        foreach (var hire in OffHires)
        {
            yield return (problem.Leases[hire.Lease].OffHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, -hire.Count);
        }
    }

    /// <summary>Containers on hire by a contract when a period begins.</summary>
    public int OnHire(EmptiesProblem problem, int lease) =>
        problem.Leases[lease].Initial + OnHires.Where(hire => hire.Lease == lease).Sum(hire => hire.Count) - OffHires.Where(hire => hire.Lease == lease).Sum(hire => hire.Count);

    /// <summary>How many more a contract lets go at the end of a period: those that have been on hire for the minimum term.</summary>
    public int MayReturn(EmptiesProblem problem, int lease, int period)
    {
        var its = problem.Leases[lease];
        return its.Initial + OnHires.Where(hire => hire.Lease == lease && hire.Period <= period - its.MinimumTerm).Sum(hire => hire.Count) - OffHires.Where(hire => hire.Lease == lease).Sum(hire => hire.Count);
    }

    /// <summary>Containers of a type on a leg of a voyage.</summary>
    public ILookup<(int Voyage, int Leg), (int Type, int Count)> Aboard() =>
        Voyages.SelectMany(move => Enumerable.Range(move.FromStop, move.ToStop - move.FromStop).Select(leg => (Leg: (move.Voyage, leg), Load: (move.Type, move.Count)))).ToLookup(its => its.Leg, its => its.Load);
}
