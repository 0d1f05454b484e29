using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Draws the calls of the services, week by week, and the ships that lie alongside at the start.</summary>
internal static class PortCalls
{
    private const int ChannelDepth = 1550;
    private const double MovesPerSlot = 26.0 / PortScheme.SlotsPerHour;
    private const double Exponent = 0.9;
    private const int LossPpm = 1000;

    public static ImmutableArray<Call> Draw(List<PortService> services, int weeks, int[] tide, Rng rng)
    {
        var alongside = new List<(PortService Service, Call Call)>();
        var calls = new List<Call>();
        foreach (var service in services)
        {
            // The stay of the week before goes on behind the start of the plan; a few minutes' work is taken as done.
            var left = service.Slot + service.Stay - PortScheme.SlotsPerWeek;
            if (left > PortScheme.SlotsPerHour && alongside.TrueForAll(other => Apart(service, other.Service)))
            {
                alongside.Add((service, Alongside(service, left, tide, rng)));
            }

            for (var week = 0; week < weeks; week++)
            {
                calls.Add(Draw(service, week, tide, rng));
            }
        }

        var names = PortShips.Names(rng);
        return [.. alongside.Select(ship => ship.Call).Concat(calls.OrderBy(call => call.Arrival)).Zip(names, (call, name) => call with { Id = name })];
    }

    /// <summary>Handling by work: so many container moves at 26 an hour and crane.</summary>
    public static Handling Handling(PortShipClass ship, int moves) =>
        Berths.Handling.ByWork(ship.MinCranes, ship.MaxCranes, Math.Max(1, (int)Math.Ceiling(moves / MovesPerSlot)), Exponent) with { DeviationLossPpm = LossPpm };

    /// <summary>Slots with so many cranes at the wished place.</summary>
    public static int Slots(this Handling handling, int cranes)
    {
        var rate = handling.Productivity[cranes - handling.MinCranes];
        return (int)((((long)handling.Work[0] * 1000) + rate - 1) / rate);
    }

    private static Call Draw(PortService service, int week, int[] tide, Rng rng)
    {
        var ship = service.Ship;
        var proForma = service.Slot + (week * PortScheme.SlotsPerWeek);
        var arrival = Math.Clamp(proForma + Noise(ship.NoiseHours * PortScheme.SlotsPerHour, rng), 0, ((week + 2) * PortScheme.SlotsPerWeek) - 1);
        var moves = Math.Max(50, service.Moves * rng.Next(85, 116) / 100);
        var call = Call(service, moves, tide, rng);
        return call with
        {
            Arrival = arrival,
            ArrivalWindows = Near(call.ArrivalWindows, arrival),
            DepartureWindows = Near(call.DepartureWindows, arrival),
            Due = Math.Max(proForma, arrival) + service.Stay + (service.Stay / 5),
        };
    }

    private static Call Alongside(PortService service, int left, int[] tide, Rng rng) =>
        Call(service, Math.Max(50, service.Moves * left / service.Stay), tide, rng) with
        {
            Due = left + (service.Stay / 5),
            ArrivalWindows = null,
            Pin = new Pin(service.Quay, service.Position, 0),
        };

    private static Call Call(PortService service, int moves, int[] tide, Rng rng)
    {
        var ship = service.Ship;
        var inbound = rng.Next(ship.Draught.From, ship.Draught.To);
        var outbound = Math.Clamp(inbound + rng.Next(-60, 61), ship.Draught.From, ship.Draught.To - 1);
        return new Call
        {
            Id = "unnamed",
            Length = service.Length,
            Arrival = 0,
            Handling = Handling(ship, moves),
            Moves = moves,
            DraughtCentimetres = Math.Max(inbound, outbound) + UnderKeel(Math.Max(inbound, outbound)),
            ArrivalWindows = Windows(tide, inbound),
            DepartureWindows = Windows(tide, outbound),
            PreferredQuay = service.Quay,
            PreferredPosition = service.Position,
            Priority = ship.Priority,
            Rates = new Rates
            {
                Waiting = ship.HourCost / PortScheme.SlotsPerHour,
                Stay = ship.HourCost / PortScheme.SlotsPerHour / 4,
                Lateness = 2 * ship.HourCost / PortScheme.SlotsPerHour,
                Deviation = Math.Max(1, moves / 100),
                CraneSlot = 30,
            },
        };
    }

    private static TideWindows? Windows(int[] tide, int draught)
    {
        var windows = TideWindows.FromLevels(tide, ChannelDepth, draught, UnderKeel(draught));
        return windows.Windows is [{ From: 0 } only] && only.To == tide.Length ? null : windows;
    }

    /// <summary>The windows that a call can come to use: a year has some 700 of them.</summary>
    private static TideWindows? Near(TideWindows? windows, int arrival) => windows is null ? null
        : new TideWindows(windows.Windows.Where(window => window.To > arrival - (2 * PortScheme.SlotsPerWeek) && window.From < arrival + (3 * PortScheme.SlotsPerWeek)));

    private static int UnderKeel(int draught) => ((12 * draught) + 99) / 100;

    private static bool Apart(PortService one, PortService other) =>
        one.Quay != other.Quay
        || one.Position >= other.Position + other.Length + PortScheme.HullGap
        || other.Position >= one.Position + one.Length + PortScheme.HullGap;

    // Twelve uniform numbers make a normal one; unlike a logarithm or a cosine, their sum is the same on every platform.
    private static int Noise(int deviation, Rng rng)
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += rng.NextDouble();
        }

        return (int)Math.Round(deviation * Math.Clamp(sum, -3, 3));
    }
}
