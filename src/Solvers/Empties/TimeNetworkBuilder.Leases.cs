namespace BerthOpt.Empties;

/// <content>
/// Hire. A container on hire is a circle: from its on-hire through the plan to its off-hire, and back in time along the contract, which is where it pays its rent.
/// So each off-hire has an on-hire before it, and the minimum term is the step by which it first goes back.
/// </content>
internal sealed partial class TimeNetworkBuilder
{
    private void AddLeases()
    {
        for (var index = 0; index < problem.Leases.Length; index++)
        {
            AddLease(index, problem.Leases[index]);
        }
    }

    private void AddLease(int index, Lease lease)
    {
        // Those on hire at the start close their circles here; none of them can be hired.
        var before = network.Flow.AddNode();
        Give(before, -lease.Initial);
        var nodes = new int[problem.Periods + 1];
        var rents = new int[problem.Periods];
        for (var period = 0; period <= problem.Periods; period++)
        {
            nodes[period] = network.Flow.AddNode();
            if (period > 0)
            {
                rents[period - 1] = network.AddArc(nodes[period], nodes[period - 1], lease.Most, lease.Rent);
            }
        }

        network.AddArc(nodes[0], before, lease.Most, 0);
        network.AddArc(root, nodes[problem.Periods], lease.Most, 0);
        for (var period = 0; period < problem.Periods; period++)
        {
            for (var place = 0; place < lease.OnHire.Length; place++)
            {
                network.AddArc(nodes[period], At(lease.OnHire[place].Location, lease.Type).Came(period), everything, lease.OnHire[place].Cost, new ArcUse(ArcKind.OnHire, index, place, period));
            }
        }

        AddOffHires(index, lease, before, nodes, rents);
    }

    private void AddOffHires(int index, Lease lease, int before, int[] nodes, int[] rents)
    {
        if (lease.OffHire.IsEmpty)
        {
            return;
        }

        var terms = new int[problem.Periods];
        for (var period = 0; period < problem.Periods; period++)
        {
            var off = nodes[period];
            if (lease.MinimumTerm > 0)
            {
                off = network.Flow.AddNode();
                var since = period - lease.MinimumTerm;
                terms[period] = network.AddArc(off, since >= 0 ? nodes[since] : before, everything, (long)Math.Min(period, lease.MinimumTerm) * lease.Rent);
            }

            for (var place = 0; place < lease.OffHire.Length; place++)
            {
                network.AddArc(At(lease.OffHire[place].Location, lease.Type).Gone(period), off, everything, lease.OffHire[place].Cost, new ArcUse(ArcKind.OffHire, index, place, period));
            }
        }

        if (lease.MinimumTerm == 0)
        {
            return;
        }

        for (var period = 0; period < problem.Periods; period++)
        {
            // On hire at the end of this period: those along the contract, and those on the steps that lead over it.
            var over = Enumerable.Range(period + 1, Math.Min(lease.MinimumTerm, problem.Periods - 1 - period)).Select(later => (terms[later], 1));
            AddRow([(rents[period], 1), .. over], lease.Most);
        }
    }
}
