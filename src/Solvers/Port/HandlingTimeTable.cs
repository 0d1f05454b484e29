using System.Collections.Concurrent;
using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Port;

/// <summary>How long a call takes with a number of cranes, from its bays.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="Cranes">Number of cranes.</param>
/// <param name="Slots">Slots of the berth problem that a real crane schedule takes, rounded up.</param>
/// <param name="BoundSlots">Slots that no schedule of these cranes undercuts, rounded up; at most <paramref name="Slots"/>.</param>
/// <param name="BoundMethod">Name of the bound.</param>
public readonly record struct CraneCountTime(int Call, int Cranes, int Slots, int BoundSlots, string BoundMethod);

/// <summary>
/// Handling times for a berth problem, measured on the bays instead of guessed: for each call with bays and each number of cranes that
/// it may have, the makespan of a crane schedule for the call alone, by those neighbouring cranes of its rail that need the longest
/// for its work one by one. So whichever cranes a berth plan gives it are not slower by much; ways from other calls and neighbours in the
/// way come later. Calls are taken in parallel; equal workloads are solved once.
/// </summary>
public sealed class HandlingTimeTable
{
    private HandlingTimeTable(PortWork work, ImmutableArray<CraneCountTime> times, BerthProblem problem, int solved) =>
        (Work, Times, Problem, Solved) = (work, times, problem, solved);

    /// <summary>What it was made from.</summary>
    public PortWork Work { get; }

    /// <summary>The times, by call, then by number of cranes. A number of cranes that no rail has is missing.</summary>
    public ImmutableArray<CraneCountTime> Times { get; }

    /// <summary>The berth problem with these times as handling of the calls that have bays; a place or number of cranes that was forbidden still is, and a loss by deviation is left out, for the bays do not know the yard.</summary>
    public BerthProblem Problem { get; }

    /// <summary>Crane problems that were solved; fewer than there are times where workloads are equal.</summary>
    public int Solved { get; }

    /// <summary>Measures the times.</summary>
    /// <param name="work">Berths and bays.</param>
    /// <param name="options">Limits for each single crane problem, and the threads for all; null for <see cref="PortOptions.Table"/> by default.</param>
    /// <param name="doubleCycling">Whether bays that know their stacks are double-cycled (<see cref="BayWorkload.ToProblem"/>). Default false.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static HandlingTimeTable Create(PortWork work, SolverOptions? options = null, bool doubleCycling = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        options ??= new PortOptions().Table;
        options.Validate();
        var cells = new List<(int Call, int Cranes, CraneProblem Problem, string Key)>();
        for (var call = 0; call < work.VesselOfCall.Length; call++)
        {
            if (work.VesselOfCall[call] >= 0 && RailOf(work.Berths, call) is var pool)
            {
                var handling = work.Berths.Calls[call].Handling;
                for (var cranes = handling.MinCranes; cranes <= Math.Min(handling.MaxCranes, work.Berths.CranePools[pool].Count); cranes++)
                {
                    var problem = CallAlone.Problem(work, call, pool, cranes, doubleCycling);
                    cells.Add((call, cranes, problem, CallAlone.Key(problem)));
                }
            }
        }

        var solved = new ConcurrentDictionary<string, SolveResult<CranePlan>>(StringComparer.Ordinal);
        var single = options with { Threads = 1, Logger = null };
        Parallel.ForEach(
            cells.DistinctBy(cell => cell.Key),
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            cell => solved[cell.Key] = CraneSolver.Solve(cell.Problem, single, null, cancellation));
        cancellation.ThrowIfCancellationRequested();
        var clock = new PortClock(work);
        ImmutableArray<CraneCountTime> times = [.. cells.Where(cell => solved[cell.Key].Plan is not null).Select(cell => Time(cell.Call, cell.Cranes, solved[cell.Key], clock))];
        return new HandlingTimeTable(work, times, WithTimes(work.Berths, times.ToDictionary(time => (time.Call, time.Cranes), time => time.Slots)), solved.Count);
    }

    /// <summary>A berth problem with other times: by call and number of cranes.</summary>
    internal static BerthProblem WithTimes(BerthProblem problem, IReadOnlyDictionary<(int Call, int Cranes), int> slots)
    {
        var timed = slots.Keys.Select(key => key.Call).ToHashSet();
        return new BerthProblem(problem.Parts with
        {
            Calls = [.. problem.Calls.Select((call, index) => timed.Contains(index) ? call with { Handling = Timed(call.Handling, cranes => slots.GetValueOrDefault((index, cranes), Handling.Forbidden)) } : call)],
        });
    }

    private static CraneCountTime Time(int call, int cranes, SolveResult<CranePlan> result, PortClock clock)
    {
        var bound = result.LowerBound is { } known ? clock.BerthSlots(known) : 1;
        return new CraneCountTime(call, cranes, clock.BerthSlots(result.Cost!.Value), bound, result.BoundMethod);
    }

    private static Handling Timed(Handling old, Func<int, int> slots)
    {
        int Cell(int row, int cranes)
        {
            var column = old.CraneColumns == 1 ? 0 : cranes - old.MinCranes;
            return old.Work[(row * old.CraneColumns) + column] == Handling.Forbidden ? Handling.Forbidden : slots(cranes);
        }

        ImmutableArray<int> cells = [.. Enumerable.Range(0, old.BerthRows).SelectMany(row => Enumerable.Range(old.MinCranes, old.MaxCranes - old.MinCranes + 1).Select(cranes => Cell(row, cranes)))];
        return old.BerthRows == 1 ? Handling.ByCranes(old.MinCranes, cells) : Handling.ByBerthAndCranes(old.MinCranes, old.MaxCranes, old.BerthRows, cells);
    }

    /// <summary>The rail of the wished quay, if it has enough cranes; else the one with the most.</summary>
    private static int RailOf(BerthProblem problem, int call)
    {
        var (pools, wish) = (problem.CranePools, problem.Calls[call].PreferredQuay);
        var wished = wish is { } quay ? pools.IndexOf(pools.FirstOrDefault(pool => pool.Quays.Contains(quay))!) : -1;
        return wished >= 0 && pools[wished].Count >= problem.Calls[call].Handling.MinCranes ? wished : pools.IndexOf(pools.MaxBy(pool => pool.Count)!);
    }
}
