using BerthOpt.Kernels.Networks;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>
/// A carrier's year, week by week, of which a window is planned: ports with returns and demands each day, services that call once a week
/// with room that changes, storage, leasing where empties lack and storage ashore at the end of the window.
/// </summary>
internal sealed class WeeklyWorld(int ports, int weeks, ulong seed)
{
    private const int Days = 7;
    private const int Calls = 7;

    private readonly (int Port, int Day)[][] services = Services(ports, seed);

    private int Last => (ports * weeks * Days) + (services.Length * weeks * Calls);

    /// <summary>The network of the weeks from <paramref name="from"/> on; nodes and arcs come in the same order in each.</summary>
    public FlowNetwork Window(int from)
    {
        var network = new FlowNetwork();
        for (var node = 0; node < (ports * weeks * Days) + (services.Length * weeks * Calls) + 1; node++)
        {
            network.AddNode();
        }

        for (var day = 0; day < weeks * Days; day++)
        {
            for (var port = 0; port < ports; port++)
            {
                var node = (day * ports) + port;
                var rng = new Rng(seed + 1 + (ulong)(((from * Days) + day) * ports) + (ulong)port);
                var surplus = (port % 2 == 0 ? 1 : -1) * (20 + (port % 9 * 5)) + rng.Next(-30, 31);
                network.Supply[node] += surplus + (day == 0 ? 200 : 0);
                network.Supply[Last] -= surplus + (day == 0 ? 200 : 0);
                network.AddArc(node, day + 1 < weeks * Days ? node + ports : Last, 0, FlowNetwork.Unlimited, day + 1 < weeks * Days ? 2 : 0);
                network.AddArc(Last, node, 0, FlowNetwork.Unlimited, 3000);
            }
        }

        AddServices(network, from);
        return network;
    }

    /// <summary>For each arc of the window a week on, the like arc of the window of <paramref name="week"/>: in the last week the one a week before.</summary>
    public int[] Same(int week, FlowNetwork after)
    {
        var inDays = 2 * ports * weeks * Days;
        var perWeek = 2 * ports * Days;
        var perSail = (after.Arcs - inDays) / weeks;
        return [.. Enumerable.Range(0, after.Arcs).Select(arc => arc < inDays
            ? (arc + perWeek < inDays ? arc + perWeek : arc)
            : (arc + perSail < after.Arcs ? arc + perSail : arc))];
    }

    private static (int Port, int Day)[][] Services(int ports, ulong seed)
    {
        var rng = new Rng(seed);
        return [.. Enumerable.Range(0, ports / 3).Select(_ =>
        {
            var day = rng.Next(Days);
            return Enumerable.Range(0, Calls).Select(call => (rng.Next(ports), day += 1 + rng.Next(4))).ToArray();
        })];
    }

    /// <summary>Each sailing goes round once; what would end behind the window goes ashore at its end.</summary>
    private void AddServices(FlowNetwork network, int from)
    {
        for (var week = 0; week < weeks; week++)
        {
            for (var service = 0; service < services.Length; service++)
            {
                var rng = new Rng(seed + 77 + (ulong)(((from + week) * services.Length) + service));
                for (var call = 0; call < Calls; call++)
                {
                    var aboard = (ports * weeks * Days) + (((week * services.Length) + service) * Calls) + call;
                    var (port, day) = services[service][call];
                    var ashore = (week * Days) + day < weeks * Days ? ((((week * Days) + day) * ports) + port) : Last;
                    network.AddArc(ashore, aboard, 0, FlowNetwork.Unlimited, 60);
                    network.AddArc(aboard, ashore, 0, FlowNetwork.Unlimited, 55);
                    network.AddArc(aboard, call + 1 < Calls ? aboard + 1 : Last, 0, 50 + rng.Next(400), 10);
                }
            }
        }
    }
}
