using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// A problem as search sees it: quays as rows of cells (sections, or whole berths), calls with their zones, times and prices resolved.
/// Immutable; shared by all threads.
/// </summary>
internal sealed class BerthModel
{
    private readonly bool _cutShort;

    /// <summary>A model without regard to time.</summary>
    public BerthModel(BerthProblem problem)
        : this(problem, stop: null)
    {
    }

    private BerthModel(BerthProblem problem, StopMonitor? stop)
    {
        Problem = problem;
        Horizon = problem.Horizon;
        TimeGap = (int)Math.Min(problem.Clearances.Slots, problem.Horizon);
        Rows = Horizon + TimeGap;
        Quays = [.. problem.Quays.Select((quay, index) => new QuayModel(problem, index))];
        Pools = [.. problem.CranePools.Select((pool, index) => new PoolModel(problem, index))];
        Reach = ReachOf(problem, Pools);
        PoolOfQuay = new int[Quays.Length];
        Array.Fill(PoolOfQuay, -1);
        for (var pool = 0; pool < Pools.Length; pool++)
        {
            foreach (var quay in problem.CranePools[pool].Quays)
            {
                PoolOfQuay[quay] = pool;
            }
        }

        Caps = [.. problem.Movements.Caps];
        Calls = new CallModel[problem.Calls.Length];
        var slots = new MovableSlots(problem);
        var places = new PlaceLists(this);
        for (var index = 0; index < Calls.Length; index++)
        {
            if (stop is { IsStopped: true })
            {
                _cutShort = true;
                return;
            }

            Calls[index] = CallModelBuilder.Build(this, index, slots, places);
        }

        Events = FindEvents(problem);
        MakespanRate = problem.Objective.Makespan;
        Constant = problem.Objective.Constant;
        MissingCost = 1 + (2 * Calls.Select(call => call.WorstCost).DefaultIfEmpty(0).Max()) + (MakespanRate * Horizon);
    }

    /// <summary>The model of a problem; null when the run was stopped before it was done, which at millions of cells takes seconds.</summary>
    public static BerthModel? TryBuild(BerthProblem problem, StopMonitor stop)
    {
        var model = new BerthModel(problem, stop);
        return model._cutShort ? null : model;
    }

    public BerthProblem Problem { get; }

    public int Horizon { get; }

    /// <summary>Slots that must pass between two stays at one place.</summary>
    public int TimeGap { get; }

    /// <summary>Slots after which a stay is so far back that neither clearance nor travel of cranes ties the next one to it.</summary>
    public int Reach { get; }

    /// <summary>Rows of each occupancy matrix: the horizon, and the time gap behind it.</summary>
    public int Rows { get; }

    public QuayModel[] Quays { get; }

    public PoolModel[] Pools { get; }

    /// <summary>Pool of each quay; -1 for none.</summary>
    public int[] PoolOfQuay { get; }

    public MovementCap[] Caps { get; }

    public CallModel[] Calls { get; }

    /// <summary>Slots at which the rules themselves change, one bit each: something opens, ends or comes back.</summary>
    public ulong[] Events { get; } = [];

    public long MakespanRate { get; }

    public long Constant { get; }

    /// <summary>What all calls cost at least, each at its cheapest alone.</summary>
    public long IdealCost => Calls.Sum(call => call.IdealCost);

    /// <summary>What search charges for a mandatory call that it has not placed: more than any one placement can cost.</summary>
    public long MissingCost { get; }

    /// <summary>Index of a call that cannot be placed even alone on empty quays, and must be; -1 when there is none.</summary>
    public int Impossible => Array.FindIndex(Calls, call => call.Zones.Length == 0 && !call.Optional);

    /// <summary><see cref="Reach"/> of a problem that has no model.</summary>
    public static int ReachOf(BerthProblem problem, IEnumerable<PoolModel> pools) =>
        pools.Select(pool => pool.LongestPause).Append((int)Math.Min(problem.Clearances.Slots, problem.Horizon)).Max();

    private ulong[] FindEvents(BerthProblem problem)
    {
        var events = new ulong[((Rows + 1) >> 6) + 1];
        void Add(long slot)
        {
            if (slot >= 0 && slot <= Horizon)
            {
                events[slot >> 6] |= 1UL << (int)(slot & 63);
            }
        }

        foreach (var quay in problem.Quays)
        {
            Add(quay.Open);
            foreach (var berth in quay.Berths)
            {
                Add(berth.Open);
            }
        }

        foreach (var closure in problem.Closures)
        {
            Add(closure.Slots.To);
        }

        foreach (var outage in problem.CranePools.SelectMany(pool => pool.Outages))
        {
            Add(outage.Slots.To);
        }

        foreach (var ban in problem.Movements.Bans)
        {
            Add(ban.Slots.To);
        }

        foreach (var cap in problem.Movements.Caps)
        {
            for (long slot = 0; slot <= Horizon; slot += cap.PeriodSlots)
            {
                Add(slot);
            }
        }

        foreach (var window in problem.Calls.SelectMany(call => call.ArrivalWindows?.Windows ?? []))
        {
            Add(window.From);
        }

        return events;
    }
}
