using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>
/// The independent judge of actions in a sample path. It shares no code with <see cref="EmptiesSimulator"/>: a plain list of events in the
/// order in which they came up, each handled as MARO's business engine does, slowly.
/// </summary>
public sealed class ActionChecker
{
    private readonly SamplePath path;
    private readonly Dictionary<int, Queue<Action>> events = [];
    private readonly Dictionary<int, int> atPort = [];
    private readonly Dictionary<int, int> emptyAboard = [];
    private readonly Dictionary<int, int> ladenAboard = [];
    private readonly Dictionary<(int From, int To), int> atQuay = [];
    private readonly List<Fault> faults = [];
    private readonly Rng rng;
    private long requirements;
    private long shortage;
    private long operations;

    private ActionChecker(SamplePath path, ulong seed)
    {
        this.path = path;
        rng = new Rng(seed);
        for (var port = 0; port < path.Schedule.Ports.Length; port++)
        {
            atPort[port] = path.Schedule.Ports[port].Empties;
        }

        for (var vessel = 0; vessel < path.Schedule.Vessels.Length; vessel++)
        {
            emptyAboard[vessel] = path.Schedule.Vessels[vessel].Empties;
            ladenAboard[vessel] = 0;
        }
    }

    /// <summary>Judges actions: replays them, and tells every one that cannot be carried out (it is left out of what follows).</summary>
    /// <param name="path">The sample path.</param>
    /// <param name="list">The actions.</param>
    /// <param name="seed">Seed of the delays, where ports have noise.</param>
    public static ActionCheck Check(SamplePath path, ActionList list, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(list);
        var checker = new ActionChecker(path, seed);
        checker.Replay(list);
        return new ActionCheck
        {
            Faults = [.. checker.faults],
            Requirements = checker.requirements,
            Shortage = checker.shortage,
            Operations = checker.operations,
        };
    }

    private void Replay(ActionList list)
    {
        var todo = list.Actions.Zip(list.Lines).ToList();
        var orders = path.Orders.ToLookup(order => order.Tick);
        var calls = new HashSet<(int Tick, int Vessel, int Port)>();
        for (var tick = 0; tick < path.Schedule.Ticks; tick++)
        {
            foreach (var order in orders[tick])
            {
                At(tick, () => Order(order));
            }

            var arrived = new List<(int Vessel, int Port)>();
            var stops = path.Schedule.Stops;
            for (var stop = 1; stop < stops.Length; stop++)
            {
                if (stops[stop].Arrival == tick && stops[stop - 1].Vessel == stops[stop].Vessel)
                {
                    var loading = stop;
                    At(tick, () => LoadLaden(loading));
                    arrived.Add((stops[stop].Vessel, stops[stop].Port));
                }
            }

            foreach (var (vessel, port) in arrived)
            {
                calls.Add((tick, vessel, port));
                At(tick, () => Decide(todo.Where(each => each.First.Tick == tick && each.First.Vessel == vessel && each.First.Port == port)));
            }

            for (var due = events.GetValueOrDefault(tick); due?.Count > 0;)
            {
                due.Dequeue()();
            }
        }

        foreach (var (action, line) in todo.Where(each => !calls.Contains((each.First.Tick, each.First.Vessel, each.First.Port))))
        {
            faults.Add(new Fault("no-call", $"line {line}", $"has an action at tick {action.Tick}, when vessel {action.Vessel} does not call at port {action.Port}; expected the tick of an arrival there."));
        }

        void Decide(IEnumerable<(RepositioningAction Action, int Line)> actions)
        {
            foreach (var (action, line) in actions)
            {
                Move(action, line);
            }
        }
    }

    private void At(int tick, Action happening)
    {
        if (!events.TryGetValue(tick, out var due))
        {
            events[tick] = due = new Queue<Action>();
        }

        due.Enqueue(happening);
    }

    private void Later(int tick, int delay, Action happening)
    {
        if (delay == 0)
        {
            happening();
        }
        else
        {
            At(tick + delay, happening);
        }
    }

    private void Order(SampleOrder order)
    {
        requirements += order.Quantity;
        var given = Math.Min(order.Quantity, atPort[order.Source]);
        shortage += order.Quantity - given;
        atPort[order.Source] -= given;
        var pair = (order.Source, order.Destination);
        Later(order.Tick, Delay(path.Schedule.Ports[order.Source].Laden), () => atQuay[pair] = atQuay.GetValueOrDefault(pair) + given);
    }

    private void LoadLaden(int stop)
    {
        var stops = path.Schedule.Stops;
        var here = stops[stop];
        var vessel = path.Schedule.Vessels[here.Vessel];
        for (var next = stop + 1; next <= stop + vessel.RouteStops && next < stops.Length && stops[next].Vessel == here.Vessel; next++)
        {
            var there = stops[next];
            var taken = Math.Min(atQuay.GetValueOrDefault((here.Port, there.Port)), vessel.Capacity - ladenAboard[here.Vessel]);
            if (taken > 0)
            {
                atQuay[(here.Port, there.Port)] -= taken;
                ladenAboard[here.Vessel] += taken;
                At(there.Arrival, () => DischargeLaden(there, taken));
            }
        }

        var tooMany = emptyAboard[here.Vessel] + ladenAboard[here.Vessel] - vessel.Capacity;
        if (tooMany > 0)
        {
            emptyAboard[here.Vessel] -= tooMany;
            atPort[here.Port] += tooMany;
        }
    }

    private void DischargeLaden(SampleStop there, int boxes)
    {
        ladenAboard[there.Vessel] -= boxes;
        Later(there.Arrival, Delay(path.Schedule.Ports[there.Port].Empty), () => atPort[there.Port] += boxes);
    }

    private void Move(RepositioningAction action, int line)
    {
        var room = path.Schedule.Vessels[action.Vessel].Capacity - emptyAboard[action.Vessel] - ladenAboard[action.Vessel];
        var most = Math.Min(atPort[action.Port], room);
        if (action.Quantity > most || -action.Quantity > emptyAboard[action.Vessel])
        {
            faults.Add(new Fault("out-of-range", $"line {line}", $"has quantity {action.Quantity} at tick {action.Tick} for vessel {action.Vessel} at port {action.Port}; expected {-emptyAboard[action.Vessel]} to {most}."));
            return;
        }

        atPort[action.Port] -= action.Quantity;
        emptyAboard[action.Vessel] += action.Quantity;
        operations += Math.Abs(action.Quantity);
    }

    private int Delay(SampleDelay delay) =>
        delay.Noise == 0 ? delay.Ticks : (int)Math.Ceiling(delay.Ticks - delay.Noise + (2 * delay.Noise * rng.NextDouble()));
}

/// <summary>A verdict on actions.</summary>
public sealed record ActionCheck
{
    /// <summary>Every action that cannot be carried out, with its line.</summary>
    public required ImmutableArray<Fault> Faults { get; init; }

    /// <summary>Boxes ordered.</summary>
    public required long Requirements { get; init; }

    /// <summary>Boxes ordered that were not there.</summary>
    public required long Shortage { get; init; }

    /// <summary>Empties moved.</summary>
    public required long Operations { get; init; }
}
