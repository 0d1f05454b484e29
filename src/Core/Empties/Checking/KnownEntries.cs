using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>The entries of a plan that name things which the problem has, in periods in which these are open; the others are told and left out.</summary>
internal sealed record KnownEntries(List<VoyageMove> Voyages, List<LinkMove> Links, List<ConversionRun> Conversions, List<Fulfilment> Fulfilments, List<HireMove> OnHires, List<HireMove> OffHires)
{
    public static KnownEntries Of(EmptiesProblem problem, EmptiesPlan plan, FaultLog<EmptiesFault> faults) => new(
        [.. plan.Voyages.Where(move => Knows(problem, move, faults))],
        [.. plan.Links.Where(move => Knows(problem, move, faults))],
        [.. plan.Conversions.Where(run => Knows(problem, run, faults))],
        [.. plan.Fulfilments.Where(given => Knows(problem, given, faults))],
        [.. plan.OnHires.Where(hire => Knows(problem, hire, takes: true, faults))],
        [.. plan.OffHires.Where(hire => Knows(problem, hire, takes: false, faults))]);

    private static bool Knows(EmptiesProblem problem, VoyageMove move, FaultLog<EmptiesFault> faults)
    {
        if (!Has(move.Voyage, problem.Voyages.Length) || !Has(move.Type, problem.Types.Length)
            || !Has(move.FromStop, problem.Voyages[move.Voyage].Stops.Length) || !Has(move.ToStop, problem.Voyages[move.Voyage].Stops.Length) || move.FromStop >= move.ToStop)
        {
            faults.Add(EmptiesFaultCodes.EntryUnknown, -1, -1, $"A move on voyage {move.Voyage} from stop {move.FromStop} to stop {move.ToStop} of type {move.Type} names what there is not; expected indices of the problem, and a later stop to come ashore.");
            return false;
        }

        var voyage = problem.Voyages[move.Voyage];
        var from = voyage.Stops[move.FromStop];
        if (from.Departure >= problem.Periods)
        {
            faults.Add(EmptiesFaultCodes.NotOpen, from.Location, from.Departure, $"A move on voyage \"{voyage.Id}\" goes on board in period {from.Departure}; expected one before {problem.Periods}, where the plan ends.");
            return false;
        }

        return IsSome(move.Count, from.Location, from.Departure, $"voyage \"{voyage.Id}\"", faults);
    }

    private static bool Knows(EmptiesProblem problem, LinkMove move, FaultLog<EmptiesFault> faults)
    {
        if (!Has(move.Link, problem.Links.Length) || !Has(move.Type, problem.Types.Length))
        {
            faults.Add(EmptiesFaultCodes.EntryUnknown, -1, -1, $"A move on link {move.Link} of type {move.Type} names what there is not; expected indices of the problem.");
            return false;
        }

        var link = problem.Links[move.Link];
        if (!Has(move.Period, problem.Periods) || !link.Departs(move.Period))
        {
            faults.Add(EmptiesFaultCodes.NotOpen, link.From, move.Period, $"A move on link \"{link.Id}\" leaves in period {move.Period}; expected a period of the plan in which the link departs.");
            return false;
        }

        if (link.Type is { } only && only != move.Type)
        {
            faults.Add(EmptiesFaultCodes.TypeRefused, link.From, move.Period, $"A move on link \"{link.Id}\" is of type \"{problem.Types[move.Type].Id}\"; expected \"{problem.Types[only].Id}\", which alone it takes.");
        }

        return IsSome(move.Count, link.From, move.Period, $"link \"{link.Id}\"", faults);
    }

    private static bool Knows(EmptiesProblem problem, ConversionRun run, FaultLog<EmptiesFault> faults)
    {
        if (!Has(run.Conversion, problem.Conversions.Length))
        {
            faults.Add(EmptiesFaultCodes.EntryUnknown, -1, -1, $"A run is of conversion {run.Conversion}; expected 0 to {problem.Conversions.Length - 1}.");
            return false;
        }

        var conversion = problem.Conversions[run.Conversion];
        if (!Has(run.Period, problem.Periods))
        {
            faults.Add(EmptiesFaultCodes.NotOpen, conversion.Location, run.Period, $"A run of conversion \"{conversion.Id}\" begins in period {run.Period}; expected 0 to {problem.Periods - 1}.");
            return false;
        }

        return IsSome(run.Count, conversion.Location, run.Period, $"conversion \"{conversion.Id}\"", faults);
    }

    private static bool Knows(EmptiesProblem problem, Fulfilment given, FaultLog<EmptiesFault> faults)
    {
        if (!Has(given.Demand, problem.Demands.Length) || !Has(given.Type, problem.Types.Length))
        {
            faults.Add(EmptiesFaultCodes.EntryUnknown, -1, -1, $"A fulfilment of demand {given.Demand} with type {given.Type} names what there is not; expected indices of the problem.");
            return false;
        }

        var demand = problem.Demands[given.Demand];
        if (given.Type != demand.Type && !problem.Substitutions.Any(substitution => substitution.Asked == demand.Type && substitution.Given == given.Type))
        {
            faults.Add(EmptiesFaultCodes.WrongType, demand.Location, demand.Period, $"Type \"{problem.Types[given.Type].Id}\" is given at \"{problem.Locations[demand.Location].Id}\" in period {demand.Period} for \"{problem.Types[demand.Type].Id}\"; expected that type, or one that may stand in for it.");
            return false;
        }

        return IsSome(given.Count, demand.Location, demand.Period, $"demand {given.Demand}", faults);
    }

    private static bool Knows(EmptiesProblem problem, HireMove hire, bool takes, FaultLog<EmptiesFault> faults)
    {
        var what = takes ? "on-hire" : "off-hire";
        if (!Has(hire.Lease, problem.Leases.Length) || !Has(hire.Place, (takes ? problem.Leases[hire.Lease].OnHire : problem.Leases[hire.Lease].OffHire).Length))
        {
            faults.Add(EmptiesFaultCodes.EntryUnknown, -1, -1, $"An {what} of contract {hire.Lease} at place {hire.Place} names what there is not; expected indices of the problem.");
            return false;
        }

        var lease = problem.Leases[hire.Lease];
        var location = (takes ? lease.OnHire : lease.OffHire)[hire.Place].Location;
        if (!Has(hire.Period, problem.Periods))
        {
            faults.Add(EmptiesFaultCodes.NotOpen, location, hire.Period, $"An {what} of contract \"{lease.Id}\" is in period {hire.Period}; expected 0 to {problem.Periods - 1}.");
            return false;
        }

        return IsSome(hire.Count, location, hire.Period, $"contract \"{lease.Id}\"", faults);
    }

    private static bool Has(int index, int count) => index >= 0 && index < count;

    private static bool IsSome(int count, int location, int period, string what, FaultLog<EmptiesFault> faults)
    {
        if (count > 0)
        {
            return true;
        }

        faults.Add(EmptiesFaultCodes.CountNotPositive, location, period, $"An entry of {what} counts {count}; expected 1 or more.");
        return false;
    }
}
