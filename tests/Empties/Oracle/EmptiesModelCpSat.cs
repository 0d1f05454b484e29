using BerthOpt.Empties;
using Google.OrTools.Sat;

namespace BerthOpt.Tests.Empties.Oracle;

/// <summary>
/// The best plan by another way: a whole-number model straight from the words of the problem, period by period, which knows no network over time. Containers are
/// moved between pairs of stops, stocks are counted at the end of each period, and what pays for waiting is the stock less what came in the free periods.
/// </summary>
internal sealed class EmptiesModelCpSat
{
    private const int Most = 200;

    private readonly CpModel model = new();
    private readonly EmptiesProblem problem;
    private readonly List<LinearExpr>[,,] came;
    private readonly List<LinearExpr>[,,] went;
    private readonly List<LinearExpr> cost = [];
    private readonly Dictionary<(int Voyage, int Leg, int Type), List<LinearExpr>> legs = [];

    private EmptiesModelCpSat(EmptiesProblem problem)
    {
        this.problem = problem;
        came = new List<LinearExpr>[problem.Locations.Length, problem.Types.Length, problem.Periods + 1];
        went = new List<LinearExpr>[problem.Locations.Length, problem.Types.Length, problem.Periods + 1];
        foreach (var (location, type, period) in Cells())
        {
            (came[location, type, period], went[location, type, period]) = ([], []);
        }
    }

    /// <summary>Cost of the best plan; null when there is none.</summary>
    public static long? BestCost(EmptiesProblem problem)
    {
        var its = new EmptiesModelCpSat(problem);
        its.Voyages();
        its.Links();
        its.Conversions();
        its.Demands();
        its.Leases();
        its.Stocks();
        its.model.Minimize(LinearExpr.Sum(its.cost));
        using var solver = new CpSolver { StringParameters = "num_workers:1,max_time_in_seconds:60,random_seed:1" };
        var status = solver.Solve(its.model);
        Assert.True(status is CpSolverStatus.Optimal or CpSolverStatus.Infeasible, $"The oracle ended with {status}.");
        return status == CpSolverStatus.Optimal ? (long)Math.Round(solver.ObjectiveValue) : null;
    }

    private IEnumerable<(int Location, int Type, int Period)> Cells() =>
        from location in Enumerable.Range(0, problem.Locations.Length) from type in Enumerable.Range(0, problem.Types.Length) from period in Enumerable.Range(0, problem.Periods + 1) select (location, type, period);

    private void Come(int location, int type, int period, LinearExpr count) => came[location, type, Math.Min(period, problem.Periods)].Add(count);

    private void Go(int location, int type, int period, LinearExpr count) => went[location, type, period].Add(count);

    private IntVar Count(string name, long most = Most) => model.NewIntVar(0, Math.Min(most, Most), name);

    private void Voyages()
    {
        foreach (var (index, voyage) in problem.Voyages.Index())
        {
            foreach (var type in Enumerable.Range(0, problem.Types.Length))
            {
                for (var from = 0; from < voyage.Stops.Length && voyage.Stops[from].Departure < problem.Periods; from++)
                {
                    for (var to = from + 1; to < voyage.Stops.Length; to++)
                    {
                        var count = Count($"v{index} {from} {to} {type}");
                        Go(voyage.Stops[from].Location, type, voyage.Stops[from].Departure, count);
                        Come(voyage.Stops[to].Location, type, voyage.Stops[to].Arrival, count);
                        cost.Add(count * (problem.Locations[voyage.Stops[from].Location].LoadCost + problem.Locations[voyage.Stops[to].Location].DischargeCost + voyage.Legs[from..to].Sum(leg => leg.Cost)));
                        for (var leg = from; leg < to; leg++)
                        {
                            On(index, leg, type).Add(count);
                        }

                        var booked = problem.Locks.Where(locked => (locked.Voyage, locked.FromStop, locked.ToStop, locked.Type) == (index, from, to, type)).Sum(locked => locked.Count);
                        model.Add(count >= booked);
                    }
                }
            }

            foreach (var (leg, its) in voyage.Legs.Index())
            {
                var types = Enumerable.Range(0, problem.Types.Length).Select(type => (type, LinearExpr.Sum(On(index, leg, type)))).ToList();
                Room(types, its.Room);
                foreach (var limit in problem.Limits.Where(limit => limit.Voyage == index && limit.Leg == leg && voyage.Stops[leg].Departure < problem.Periods))
                {
                    Limit(types, limit);
                }
            }
        }
    }

    private List<LinearExpr> On(int voyage, int leg, int type)
    {
        if (!legs.TryGetValue((voyage, leg, type), out var list))
        {
            legs.Add((voyage, leg, type), list = []);
        }

        return list;
    }

    private void Room(List<(int Type, LinearExpr Count)> types, Room room)
    {
        void One(int? limit, Func<ContainerType, int> size)
        {
            if (limit is { } most)
            {
                model.Add(LinearExpr.Sum(types.Select(its => its.Count * size(problem.Types[its.Type]))) <= most);
            }
        }

        One(room.Teu, type => type.Teu);
        One(room.Slots, type => type.Slots);
        One(room.Plugs, type => type.Plugs);
        One(room.Kilograms, type => type.Kilograms);
    }

    private void Limit(List<(int Type, LinearExpr Count)> types, FlowLimit limit)
    {
        var sum = LinearExpr.Sum(types.Where(its => limit.Type is null || limit.Type == its.Type).Select(its => its.Count));
        model.Add(sum >= limit.Least);
        model.Add(sum <= (limit.Most ?? 100_000));
    }

    private void Links()
    {
        foreach (var (index, link) in problem.Links.Index())
        {
            for (var period = 0; period < problem.Periods; period++)
            {
                if (period < link.First || period > (link.Last ?? int.MaxValue) || (period - link.First) % link.Every != 0)
                {
                    continue;
                }

                var types = new List<(int, LinearExpr)>();
                foreach (var type in Enumerable.Range(0, problem.Types.Length).Where(type => link.Type is null || link.Type == type))
                {
                    var count = Count($"k{index} {period} {type}");
                    Go(link.From, type, period, count);
                    Come(link.To, type, period + link.Transit, count);
                    cost.Add(count * link.Cost);
                    types.Add((type, count));
                }

                Room(types, link.Room);
                model.Add(LinearExpr.Sum(types.Select(its => its.Item2)) <= link.Most);
                foreach (var limit in problem.Limits.Where(limit => limit.Link == index && limit.First <= period && period <= (limit.Last ?? int.MaxValue)))
                {
                    Limit(types, limit);
                }
            }
        }
    }

    private void Conversions()
    {
        foreach (var (index, conversion) in problem.Conversions.Index())
        {
            for (var period = 0; period < problem.Periods; period++)
            {
                var runs = Count($"c{index} {period}", conversion.Most);
                Go(conversion.Location, conversion.From, period, runs * conversion.In);
                Come(conversion.Location, conversion.To, period + conversion.Delay, runs * conversion.Out);
                cost.Add(runs * conversion.Cost);
            }
        }
    }

    private void Demands()
    {
        foreach (var (index, demand) in problem.Demands.Index())
        {
            var lost = Count($"lost {index}", demand.Count);
            var own = Count($"given {index}", demand.Count);
            Go(demand.Location, demand.Type, demand.Period, own);
            var given = new List<LinearExpr> { lost, own };
            foreach (var substitution in problem.Substitutions.Where(substitution => substitution.Asked == demand.Type))
            {
                var other = Count($"given {index} {substitution.Given}", demand.Count);
                Go(demand.Location, substitution.Given, demand.Period, other * substitution.Count);
                cost.Add(other * substitution.Cost);
                given.Add(other);
            }

            model.Add(LinearExpr.Sum(given) == demand.Count);
            cost.Add(lost * demand.ShortageCost);
        }
    }

    private void Leases()
    {
        foreach (var (index, lease) in problem.Leases.Index())
        {
            var (taken, returned) = (new LinearExpr[problem.Periods], new LinearExpr[problem.Periods]);
            for (var period = 0; period < problem.Periods; period++)
            {
                var on = lease.OnHire.Select((place, number) => (place, Count($"on {index} {period} {number}"))).ToList();
                var off = lease.OffHire.Select((place, number) => (place, Count($"off {index} {period} {number}"))).ToList();
                on.ForEach(hire => Come(hire.place.Location, lease.Type, period, hire.Item2));
                off.ForEach(hire => Go(hire.place.Location, lease.Type, period, hire.Item2));
                cost.AddRange(on.Concat(off).Select(hire => (LinearExpr)(hire.Item2 * hire.place.Cost)));
                (taken[period], returned[period]) = (LinearExpr.Sum(on.Select(hire => hire.Item2)), LinearExpr.Sum(off.Select(hire => hire.Item2)));
                var hired = LinearExpr.Sum(taken[..(period + 1)]) - LinearExpr.Sum(returned[..(period + 1)]) + lease.Initial;
                model.Add(hired <= lease.Most);
                cost.Add(hired * lease.Rent);
                model.Add(LinearExpr.Sum(returned[..(period + 1)]) <= LinearExpr.Sum(taken[..Math.Max(0, period + 1 - lease.MinimumTerm)]) + lease.Initial);
            }
        }
    }

    private void Stocks()
    {
        var levels = new Dictionary<(int, int, int), LinearExpr>();
        foreach (var supply in problem.Supplies)
        {
            Come(supply.Location, supply.Type, supply.Period, LinearExpr.Constant(supply.Count));
        }

        foreach (var (location, type, period) in Cells())
        {
            var stock = problem.Stocks.FirstOrDefault(its => its.Location == location && its.Type == type) ?? new LocationStock { Location = location, Type = type };
            if (period == 0)
            {
                Come(location, type, 0, LinearExpr.Constant(stock.Initial));
            }

            var level = model.NewIntVar(0, 10_000, $"stock {location} {type} {period}");
            model.Add(level == (period == 0 ? LinearExpr.Constant(0) : levels[(location, type, period - 1)]) + LinearExpr.Sum(came[location, type, period]) - LinearExpr.Sum(went[location, type, period]));
            levels[(location, type, period)] = level;
            var end = period == problem.Periods;
            Short(end ? stock.Target : stock.SafetyStock, end ? stock.TargetCost : stock.SafetyCost, level);
            if (!end && stock.StorageCost > 0)
            {
                var recent = Enumerable.Range(0, period + 1).Where(since => since > period - stock.FreePeriods).SelectMany(since => came[location, type, since]);
                var pays = model.NewIntVar(0, 10_000, $"pays {location} {type} {period}");
                model.Add(pays >= level - LinearExpr.Sum(recent));
                cost.Add(pays * stock.StorageCost);
            }
        }

        foreach (var location in Enumerable.Range(0, problem.Locations.Length).Where(location => problem.Locations[location].StorageTeu is not null))
        {
            for (var period = 0; period < problem.Periods; period++)
            {
                model.Add(LinearExpr.Sum(problem.Types.Select((type, index) => levels[(location, index, period)] * type.Teu)) <= problem.Locations[location].StorageTeu!.Value);
            }
        }
    }

    private void Short(int wanted, int price, LinearExpr level)
    {
        if (wanted > 0 && price > 0)
        {
            var missing = model.NewIntVar(0, wanted, "missing");
            model.Add(missing >= wanted - level);
            cost.Add(missing * price);
        }
    }
}
