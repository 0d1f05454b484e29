namespace BerthOpt.Berths;

/// <summary>
/// What a crane-slot is worth to the calls that wait behind, where they are so many that moves of a dozen cannot see it: with each one that is saved, all that
/// wait come sooner. Waiting at a queue with load u grows about as 1 / (1 - u), so that one percent of work less takes 1 / (1 - u) percent off it.
/// </summary>
internal sealed class Congestion
{
    private const double HighestLoad = 0.95;
    private const double MostCost = 1e16;

    private readonly double _worth;
    private readonly double _mostPrice;
    private readonly double[] _delays;

    public Congestion(BerthModel model)
    {
        var calls = model.Calls;
        var work = Array.ConvertAll(calls, LeastWork);
        var sum = work.Sum(slots => (double)slots);
        _delays = new double[calls.Length];
        // Cranes of quays without a pool are never short.
        if (sum == 0 || model.MakespanRate > 0 || model.PoolOfQuay.Any(pool => pool < 0))
        {
            return;
        }

        double span = Math.Max(1, calls.Max(call => call.Arrival + ShortestStay(call)) - calls.Min(call => call.Earliest));
        var load = Math.Min(HighestLoad, sum / (span * model.Pools.Sum(pool => (double)pool.Pool.Count)));
        _worth = 1 / ((1 - load) * sum);
        // A call without a place costs twice the worst one: with this price it still does, and all together stay in range.
        _mostPrice = Math.Min(calls.Max(call => (double)call.WorstCost), MostCost / calls.Length) / calls.Max(MostWork);

        var stay = calls.Average(call => (double)ShortestStay(call));
        for (var call = 0; call < calls.Length; call++)
        {
            _delays[call] = work[call] / Math.Max(1, calls[call].WaitingRate + (calls[call].LatenessRate / 2.0));
        }

        var mean = _delays.Average();
        for (var call = 0; call < calls.Length; call++)
        {
            _delays[call] *= stay / mean;
        }
    }

    /// <summary>Whether cranes can be short.</summary>
    public bool Matters => _worth > 0;

    /// <summary>What to add to the price of a crane-slot.</summary>
    /// <param name="excess">What a plan costs beyond what its calls would cost alone.</param>
    public double CranePrice(long excess) => Math.Min(_mostPrice, _worth * excess);

    /// <summary>
    /// Slots by which others may come before a call, on average as many as a stay: the longer, the more work it is for what its waiting costs
    /// (Smith's rule, Naval Research Logistics Quarterly 3, 1956).
    /// </summary>
    public double Delay(int call) => _delays[call];

    private static long LeastWork(CallModel call) => call.Zones.Select(zone => zone.Options.Min(option => (long)option.Cranes * option.MinSlots)).DefaultIfEmpty(0).Min();

    private static double MostWork(CallModel call) => call.Zones.Select(zone => zone.Options.Max(option => (double)option.Cranes * option.MaxSlots)).DefaultIfEmpty(0).Max();

    private static int ShortestStay(CallModel call) => call.Zones.Select(zone => zone.Options.Min(option => option.MinSlots)).DefaultIfEmpty(0).Min();
}
