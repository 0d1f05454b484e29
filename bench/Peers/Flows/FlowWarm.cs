using System.Diagnostics;
using BerthOpt.Bench.Quality;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;
using BerthOpt.Kernels.Networks;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>How much faster the network simplex goes on than it starts anew: after changes of one datum in a hundred, and when the window moves on by a week.</summary>
internal static class FlowWarm
{
    private const int Turns = 41;

    public static int Run(CaseSelection cases)
    {
        Console.WriteLine($"Medians of the second half of {Turns} turns, milliseconds, one thread; the optimum of both is compared each time.\n");
        Console.WriteLine("| network | nodes | arcs | change | cold | warm | ratio | pivots cold | pivots warm |\n|---|--:|--:|---|--:|--:|--:|--:|--:|");
        var same = true;
        foreach (var file in InstanceFiles.Read(cases, ["empties/time-space"], (_, file, _) => file).Where(file => file.Contains(".min", StringComparison.Ordinal)))
        {
            var problem = FlowFormats.Read(file).Problem;
            foreach (var (name, what) in new[] { ("1 % of costs", 0), ("1 % of capacities", 1), ("1 % of supplies", 2) })
            {
                same &= Compare(problem.Name, name, turn => Changed(problem, what, (ulong)turn + 1));
            }
        }

        foreach (var (ports, weeks) in new[] { (40, 16), (100, 16) })
        {
            var world = new WeeklyWorld(ports, weeks, 7);
            same &= Compare($"generated, {ports} ports, {weeks} weeks", "a week on", turn => Shifted(world, turn));
        }

        return same ? 0 : 1;
    }

    /// <summary>Compares, for each turn, a run that goes on with a new one.</summary>
    private static bool Compare(string network, string change, Func<int, (NetworkSimplex Old, Func<NetworkSimplex> GoOn, FlowNetwork After)> turns)
    {
        var (cold, warm, pivots, same, after) = (new double[Turns], new double[Turns], (Cold: 0L, Warm: 0L), true, new FlowNetwork());
        for (var turn = 0; turn < Turns; turn++)
        {
            var (old, goOn, next) = turns(turn);
            old.Solve();
            var before = old.Pivots;
            var watch = Stopwatch.StartNew();
            var one = goOn();
            one.Resolve();
            warm[turn] = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var two = new NetworkSimplex(next);
            two.Solve();
            cold[turn] = watch.Elapsed.TotalMilliseconds;
            same &= one.Status == two.Status && one.TotalCost() == two.TotalCost();
            pivots = (two.Pivots, one.Pivots - (ReferenceEquals(one, old) ? before : 0));
            after = next;
        }

        // In the first half code is compiled and compiled again.
        cold = [.. cold[(Turns / 2)..].Order()];
        warm = [.. warm[(Turns / 2)..].Order()];
        var (slow, fast) = (cold[cold.Length / 2], warm[warm.Length / 2]);
        Console.WriteLine(FormattableString.Invariant($"| {network} | {after.Nodes} | {after.Arcs} | {change}{(same ? "" : " DIFFERENT")} | {slow:0.00} | {fast:0.000} | {slow / fast:0.0} | {pivots.Cold} | {pivots.Warm} |"));
        return same;
    }

    private static (NetworkSimplex, Func<NetworkSimplex>, FlowNetwork) Changed(FlowProblem problem, int what, ulong seed)
    {
        var rng = new Rng(seed);
        var simplex = new NetworkSimplex(problem.ToNetwork());
        var after = problem.ToNetwork();
        var changes = new List<Action<NetworkSimplex>>();
        var count = (what == 2 ? after.Nodes : after.Arcs) / 100;
        for (var k = 0; k < count; k++)
        {
            var (arc, one, two) = (rng.Next(after.Arcs), rng.Next(after.Nodes / 2), rng.Next(after.Nodes / 2, after.Nodes));
            switch (what)
            {
                case 0:
                    var cost = after.Cost[arc] = after.Cost[arc] + (rng.Next(-10, 11) * Math.Max(1, Math.Abs(after.Cost[arc]) / 100));
                    changes.Add(simplex => simplex.SetCost(arc, cost));
                    break;
                case 1:
                    var capacity = after.Capacity[arc] = after.Capacity[arc] * rng.Next(90, 111) / 100;
                    changes.Add(simplex => simplex.SetCapacity(arc, capacity));
                    break;
                default:
                    var (gives, takes) = (++after.Supply[one], --after.Supply[two]);
                    changes.Add(simplex =>
                    {
                        simplex.SetSupply(one, gives);
                        simplex.SetSupply(two, takes);
                    });
                    break;
            }
        }

        return (simplex, () =>
        {
            changes.ForEach(change => change(simplex));
            return simplex;
        }, after);
    }

    private static (NetworkSimplex, Func<NetworkSimplex>, FlowNetwork) Shifted(WeeklyWorld world, int week)
    {
        var (before, after) = (world.Window(week), world.Window(week + 1));
        var old = new NetworkSimplex(before);
        return (old, () =>
        {
            var next = new NetworkSimplex(after);
            next.Begin(old, world.Same(week, after));
            return next;
        }, after);
    }
}
