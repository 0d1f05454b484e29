namespace BerthOpt.Empties;

/// <content>Waiting, supplies, demands and yards.</content>
internal sealed partial class TimeNetworkBuilder
{
    private void AddStocks()
    {
        foreach (var nodes in stocks.Values)
        {
            var hasEnd = nodes.Stock is { Target: > 0, TargetCost: > 0 };
            nodes.Build(network.Flow, hasEnd ? network.Flow.AddNode() : root);
            if (nodes.Stock is { } stock)
            {
                Give(nodes.Came(0), stock.Initial);
            }

            if (hasEnd)
            {
                network.AddArc(nodes.End, root, nodes.Stock!.Target, -nodes.Stock.TargetCost);
                network.AddArc(nodes.End, root, everything, 0);
                network.Constant += (Int128)network.Scale * nodes.Stock.Target * nodes.Stock.TargetCost;
            }

            if (nodes.HasFreePeriods)
            {
                AddFreeWaits(nodes, nodes.Stock!);
            }
            else
            {
                AddWaits(nodes, nodes.Stock);
            }
        }
    }

    /// <summary>From each period in which something can happen to the next.</summary>
    private void AddWaits(StockNodes nodes, LocationStock? stock)
    {
        for (var index = 0; index < nodes.Periods.Length; index++)
        {
            var (from, to) = (nodes.Periods[index], index + 1 < nodes.Periods.Length ? nodes.Periods[index + 1] : problem.Periods);
            var cost = (long)(to - from) * (stock?.StorageCost ?? 0);
            if (stock is { SafetyStock: > 0, SafetyCost: > 0 })
            {
                var safety = (long)(to - from) * stock.SafetyCost;
                nodes.Waits.Add((network.AddArc(nodes.Gone(from), nodes.Came(to), stock.SafetyStock, cost - safety), from, to - 1));
                network.Constant += (Int128)network.Scale * stock.SafetyStock * safety;
            }

            nodes.Waits.Add((network.AddArc(nodes.Gone(from), nodes.Came(to), everything, cost), from, to - 1));
        }
    }

    /// <summary>
    /// From where containers come to where they go, free of charge while that lasts; the first period behind it pays its share, and from there on all
    /// pay. As costs grow with time, first come, first gone is the cheapest way to match the two, so this is exact.
    /// </summary>
    private void AddFreeWaits(StockNodes nodes, LocationStock stock)
    {
        for (var index = 0; index < nodes.Periods.Length; index++)
        {
            var since = nodes.Periods[index];
            for (var later = index; later <= nodes.Periods.Length; later++)
            {
                var until = later < nodes.Periods.Length ? nodes.Periods[later] : problem.Periods;
                var paid = until - since - stock.FreePeriods;
                Wait(nodes, nodes.Came(since), since, until, (long)Math.Max(0, paid) * stock.StorageCost);
                if (paid > 0)
                {
                    break;
                }
            }

            var next = index + 1 < nodes.Periods.Length ? nodes.Periods[index + 1] : problem.Periods;
            Wait(nodes, nodes.Gone(since), since, next, (long)(next - since) * stock.StorageCost);
        }

        if (stock is { SafetyStock: > 0, SafetyCost: > 0 })
        {
            AddSafetyRows(nodes, stock);
        }
    }

    private void Wait(StockNodes nodes, int from, int since, int until, long cost)
    {
        var arc = network.AddArc(from, until < problem.Periods ? nodes.Gone(until) : nodes.End, everything, cost);
        if (until > since)
        {
            nodes.Waits.Add((arc, since, until - 1));
        }
    }

    /// <summary>What is short of the safety stock is an arc of its own, beside the waiting ones.</summary>
    private void AddSafetyRows(StockNodes nodes, LocationStock stock)
    {
        network.WaitsAreShared = true;
        var turn = network.Flow.AddNode();
        var back = network.AddArc(turn, root, FlowUnlimited, 0);
        for (var index = 0; index < nodes.Periods.Length; index++)
        {
            var (from, to) = (nodes.Periods[index], index + 1 < nodes.Periods.Length ? nodes.Periods[index + 1] : problem.Periods);
            var missing = network.AddArc(root, turn, stock.SafetyStock, (long)(to - from) * stock.SafetyCost);
            network.Shortfalls.Add((network.Rows.Count, missing, back));
            network.Rows.Add([.. nodes.Waits.Where(wait => wait.First <= from && from <= wait.Last).Select(wait => (wait.Arc, -1)), (missing, -1)], -stock.SafetyStock);
        }
    }

    private void AddSupplies()
    {
        foreach (var supply in problem.Supplies)
        {
            Give(At(supply.Location, supply.Type).Came(supply.Period), supply.Count);
        }
    }

    /// <summary>The root takes, in the end, what a node gives.</summary>
    private void Give(int node, long count)
    {
        network.Flow.Supply[node] += count;
        network.Flow.Supply[root] -= count;
    }

    private void AddDemands()
    {
        var given = problem.Substitutions.ToLookup(substitution => substitution.Asked);
        for (var index = 0; index < problem.Demands.Length; index++)
        {
            var demand = problem.Demands[index];
            network.Constant += (Int128)network.Scale * demand.Count * demand.ShortageCost;
            var stock = At(demand.Location, demand.Type).Gone(demand.Period);
            var substitutes = given[demand.Type].ToList();
            if (demand.Count == 0)
            {
                continue;
            }

            if (substitutes.Count == 0)
            {
                network.AddArc(stock, root, demand.Count, -demand.ShortageCost, new ArcUse(ArcKind.Fulfilment, index, demand.Type, 1));
                continue;
            }

            var asked = network.Flow.AddNode();
            network.AddArc(asked, root, demand.Count, -demand.ShortageCost);
            network.AddArc(stock, asked, demand.Count, 0, new ArcUse(ArcKind.Fulfilment, index, demand.Type, 1));
            foreach (var substitution in substitutes)
            {
                AddSubstitute(index, asked, substitution);
            }
        }
    }

    private void AddSubstitute(int index, int asked, Substitution substitution)
    {
        var demand = problem.Demands[index];
        var stock = At(demand.Location, substitution.Given).Gone(demand.Period);
        var use = new ArcUse(ArcKind.Fulfilment, index, substitution.Given, substitution.Count);
        if (substitution.Count == 1)
        {
            network.AddArc(stock, asked, demand.Count, substitution.Cost, use);
            return;
        }

        var takes = network.AddArc(stock, root, (long)demand.Count * substitution.Count, 0, use);
        var serves = network.AddArc(root, asked, demand.Count, substitution.Cost);
        network.Rows.Add([(takes, 1), (serves, -substitution.Count)], 0, isExact: true);
    }

    /// <summary>All types wait in one yard: a row for each period in which anything changes there.</summary>
    private void AddStorage()
    {
        for (var location = 0; location < problem.Locations.Length; location++)
        {
            if (problem.Locations[location].StorageTeu is not { } room)
            {
                continue;
            }

            var here = stocks.Where(stock => stock.Key.Location == location && problem.Types[stock.Key.Type].Teu > 0).Select(stock => (problem.Types[stock.Key.Type].Teu, Nodes: stock.Value)).ToList();
            foreach (var period in here.SelectMany(stock => stock.Nodes.Periods.ToArray()).Distinct().Order())
            {
                var terms = here.SelectMany(stock => stock.Nodes.Waits.Where(wait => wait.First <= period && period <= wait.Last).Select(wait => (wait.Arc, stock.Teu))).ToArray();
                network.WaitsAreShared = true;
                AddRow(terms, room);
            }
        }
    }
}
