using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>The rules of <see cref="SamplePathParts"/>.</summary>
internal static class SamplePathRules
{
    private const int MostCells = 500_000_000;

    public static List<Fault> Faults(SamplePathParts parts)
    {
        var faults = new FaultList();
        faults.Range("/ticks", parts.Ticks, 1, SampleSchedule.MostTicks, "ticks");
        faults.Require(!parts.Ports.IsEmpty, "missing", "/ports", "has no entry; expected at least one port.");
        faults.Ids("port", parts.Ports.Select((port, index) => ($"/ports/{index}/name", port.Name)));
        faults.Ids("vessel", parts.Vessels.Select((vessel, index) => ($"/vessels/{index}/name", vessel.Name)));
        for (var index = 0; index < parts.Ports.Length; index++)
        {
            Port(parts.Ports[index], $"/ports/{index}", faults);
        }

        for (var index = 0; index < parts.Vessels.Length; index++)
        {
            Vessel(parts.Vessels[index], $"/vessels/{index}", faults);
        }

        // What is under way is kept by tick and pair of ports, stocks by tick and port, each in one array.
        long ring = parts.Ports.IsEmpty ? 1 : parts.Ports.Max(port => Math.Max((long)Math.Clamp(port.Laden.Most, 0, SampleSchedule.MostDelay), Math.Clamp(port.Empty.Most, 0, SampleSchedule.MostDelay))) + 1;
        var cells = Int128.Max((Int128)ring * parts.Ports.Length * parts.Ports.Length, (Int128)parts.Ticks * parts.Ports.Length);
        faults.Require(cells <= MostCells, "problem-too-large", "/ports", $"has {parts.Ports.Length} entries with delays up to {ring - 1} ticks, over {parts.Ticks} ticks, which makes {cells} counts; expected at most {MostCells}. Maybe a delay is in hours.");
        var boxes = parts.Ports.Sum(port => (long)port.Empties) + parts.Vessels.Sum(vessel => (long)vessel.Empties);
        faults.Require(boxes <= SampleSchedule.MostBoxes, "out-of-range", "/ports", $"has {boxes} empties with those of vessels; expected at most {SampleSchedule.MostBoxes}.");
        for (var index = 0; index < parts.Stops.Length; index++)
        {
            Stop(parts, index, faults);
        }

        for (var index = 0; index < parts.Orders.Length; index++)
        {
            Order(parts, index, faults);
        }

        return faults.All;
    }

    private static void Port(SamplePort port, string place, FaultList faults)
    {
        faults.Range($"{place}/empties", port.Empties, 0, SampleSchedule.MostBoxes, "boxes");
        Delay(port.Laden, $"{place}/laden", faults);
        Delay(port.Empty, $"{place}/empty", faults);
    }

    private static void Delay(SampleDelay delay, string place, FaultList faults)
    {
        faults.Range($"{place}/ticks", delay.Ticks, 0, SampleSchedule.MostDelay / 2, "ticks");
        faults.Range($"{place}/noise", delay.Noise, 0, Math.Clamp(delay.Ticks, 0, SampleSchedule.MostDelay / 2), "ticks, no more than the delay itself");
    }

    private static void Vessel(SampleVessel vessel, string place, FaultList faults)
    {
        faults.Range($"{place}/capacity", vessel.Capacity, 0, SampleSchedule.MostBoxes, "boxes");
        faults.Range($"{place}/empties", vessel.Empties, 0, Math.Max(0, vessel.Capacity), "boxes, no more than the capacity");
        faults.Range($"{place}/routeStops", vessel.RouteStops, 1, SampleSchedule.MostTicks, "stops");
    }

    private static void Stop(SamplePathParts parts, int index, FaultList faults)
    {
        var (stop, place) = (parts.Stops[index], $"/stops/{index}");
        faults.Index($"{place}/vessel", stop.Vessel, parts.Vessels.Length, "vessel");
        faults.Index($"{place}/port", stop.Port, parts.Ports.Length, "port");
        faults.Range($"{place}/arrival", stop.Arrival, 0, SampleSchedule.MostTicks, "ticks");
        faults.Range($"{place}/departure", stop.Departure, Math.Max(0, stop.Arrival) + 1, SampleSchedule.MostTicks, "ticks, after the arrival");
        if (index > 0 && parts.Stops[index - 1] is var before)
        {
            faults.Require(stop.Vessel >= before.Vessel, "wrong-order", $"{place}/vessel", $"is {stop.Vessel} behind {before.Vessel}; expected the stops of vessel 0 first, then those of vessel 1, ...");
            faults.Require(stop.Vessel != before.Vessel || stop.Arrival > before.Departure, "wrong-order", $"{place}/arrival", $"is {stop.Arrival}; expected it after the departure of the stop before, {before.Departure}.");
        }
    }

    private static void Order(SamplePathParts parts, int index, FaultList faults)
    {
        var (order, before) = (parts.Orders[index], parts.Orders[Math.Max(0, index - 1)]);
        if (order.Tick >= before.Tick && (uint)order.Tick < parts.Ticks && (uint)order.Source < parts.Ports.Length && (uint)order.Destination < parts.Ports.Length
            && (uint)order.Quantity <= SampleSchedule.MostBoxes)
        {
            return;
        }

        var place = $"/orders/{index}";
        faults.Range($"{place}/tick", order.Tick, 0, parts.Ticks - 1L, "ticks");
        faults.Index($"{place}/source", order.Source, parts.Ports.Length, "port");
        faults.Index($"{place}/destination", order.Destination, parts.Ports.Length, "port");
        faults.Range($"{place}/quantity", order.Quantity, 0, SampleSchedule.MostBoxes, "boxes");
        faults.Require(order.Tick >= before.Tick, "wrong-order", $"{place}/tick", $"is {order.Tick} behind {before.Tick}; expected orders in ascending order of ticks.");
    }
}
