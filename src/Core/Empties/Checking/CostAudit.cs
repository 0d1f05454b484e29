namespace BerthOpt.Empties.Checking;

/// <summary>Prices a plan, term by term, in 128 bits; what does not fit 64 bits (only plans with absurd values) is held at their limits.</summary>
internal static class CostAudit
{
    public static EmptiesCost Of(EmptiesProblem problem, KnownEntries known, StockLedger ledger)
    {
        var (transport, handling) = Moves(problem, known);
        var given = GivenCheck.ByDemand(problem, known);
        var shortage = problem.Demands.Select((demand, index) => (Int128)demand.ShortageCost * Math.Max(0, demand.Count - given[index])).Aggregate((Int128)0, (sum, cost) => sum + cost);
        Int128 conversion = 0;
        foreach (var run in known.Conversions)
        {
            conversion += (Int128)problem.Conversions[run.Conversion].Cost * run.Count;
        }

        foreach (var fulfilment in known.Fulfilments.Where(fulfilment => fulfilment.Type != problem.Demands[fulfilment.Demand].Type))
        {
            var asked = problem.Demands[fulfilment.Demand].Type;
            conversion += (Int128)fulfilment.Count * problem.Substitutions.First(substitution => substitution.Asked == asked && substitution.Given == fulfilment.Type).Cost;
        }

        var (storage, safety, target) = Stocks(problem, ledger);
        return new EmptiesCost(Held(shortage), Held(transport), Held(handling), Held(storage), Held(Leasing(problem, known)), Held(conversion), Held(safety), Held(target));
    }

    private static (Int128 Transport, Int128 Handling) Moves(EmptiesProblem problem, KnownEntries known)
    {
        var (transport, handling) = ((Int128)0, (Int128)0);
        foreach (var move in known.Voyages)
        {
            var voyage = problem.Voyages[move.Voyage];
            for (var leg = move.FromStop; leg < move.ToStop; leg++)
            {
                transport += (Int128)voyage.Legs[leg].Cost * move.Count;
            }

            var (from, to) = (problem.Locations[voyage.Stops[move.FromStop].Location], problem.Locations[voyage.Stops[move.ToStop].Location]);
            handling += ((Int128)from.LoadCost + to.DischargeCost) * move.Count;
        }

        foreach (var move in known.Links)
        {
            transport += (Int128)problem.Links[move.Link].Cost * move.Count;
        }

        return (transport, handling);
    }

    private static Int128 Leasing(EmptiesProblem problem, KnownEntries known)
    {
        Int128 cost = 0;
        for (var index = 0; index < problem.Leases.Length; index++)
        {
            var lease = problem.Leases[index];
            var (taken, returned) = (LeaseCheck.ByPeriod(problem, known.OnHires, index), LeaseCheck.ByPeriod(problem, known.OffHires, index));
            long hired = lease.Initial;
            for (var period = 0; period < problem.Periods; period++)
            {
                hired += taken[period] - returned[period];
                cost += (Int128)lease.Rent * hired;
            }
        }

        cost += known.OnHires.Aggregate((Int128)0, (sum, hire) => sum + ((Int128)problem.Leases[hire.Lease].OnHire[hire.Place].Cost * hire.Count));
        return cost + known.OffHires.Aggregate((Int128)0, (sum, hire) => sum + ((Int128)problem.Leases[hire.Lease].OffHire[hire.Place].Cost * hire.Count));
    }

    private static (Int128 Storage, Int128 Safety, Int128 Target) Stocks(EmptiesProblem problem, StockLedger ledger)
    {
        var (storage, safety, target) = ((Int128)0, (Int128)0, (Int128)0);
        foreach (var stock in problem.Stocks)
        {
            var postings = ledger.Accounts[(stock.Location, stock.Type)];
            storage += stock.StorageCost * Waiting.PaidPeriods(postings, stock.FreePeriods, problem.Periods);
            long level = 0;
            for (var index = 0; index < postings.Count; index++)
            {
                level += postings[index].Came - postings[index].Went;
                var next = Math.Min(problem.Periods, index + 1 < postings.Count ? postings[index + 1].Period : problem.Periods);
                safety += (Int128)stock.SafetyCost * Math.Max(0, stock.SafetyStock - level) * Math.Max(0, next - postings[index].Period);
            }

            target += (Int128)stock.TargetCost * Math.Max(0, stock.Target - level);
        }

        return (storage, safety, target);
    }

    private static long Held(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
}
