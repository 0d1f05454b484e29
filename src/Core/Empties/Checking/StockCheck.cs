using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>Whether what leaves is there, and what waits has storage.</summary>
internal static class StockCheck
{
    public static void Run(EmptiesProblem problem, StockLedger ledger, FaultLog<EmptiesFault> faults)
    {
        foreach (var ((location, type), postings) in ledger.Accounts)
        {
            long stock = 0;
            foreach (var (period, came, went) in postings)
            {
                stock += came - went;
                if (stock < 0 && went > 0)
                {
                    faults.Add(EmptiesFaultCodes.StockMissing, location, period, $"Location \"{problem.Locations[location].Id}\" is short of {-stock} containers of type \"{problem.Types[type].Id}\" in period {period}, in which {went} leave; expected no more to leave than {stock + went}.");
                }
            }
        }

        foreach (var location in ledger.Accounts.GroupBy(account => account.Key.Location).Where(group => problem.Locations[group.Key].StorageTeu is not null))
        {
            Storage(problem, location.Key, location.SelectMany(account => account.Value.Select(posting => (posting.Period, Teu: (Int128)problem.Types[account.Key.Type].Teu * (posting.Came - posting.Went)))), faults);
        }
    }

    private static void Storage(EmptiesProblem problem, int location, IEnumerable<(int Period, Int128 Teu)> changes, FaultLog<EmptiesFault> faults)
    {
        Int128 held = 0;
        foreach (var period in changes.Where(change => change.Period < problem.Periods).GroupBy(change => change.Period).OrderBy(group => group.Key))
        {
            held += period.Aggregate((Int128)0, (sum, change) => sum + change.Teu);
            if (held > problem.Locations[location].StorageTeu!.Value)
            {
                faults.Add(EmptiesFaultCodes.StorageFull, location, period.Key, $"Location \"{problem.Locations[location].Id}\" holds {held} hundredths of a TEU at the end of period {period.Key}; expected at most {problem.Locations[location].StorageTeu}.");
            }
        }
    }
}
