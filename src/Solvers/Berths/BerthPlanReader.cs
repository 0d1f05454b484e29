namespace BerthOpt.Berths;

/// <summary>Turns a plan into search's own placements.</summary>
internal static class BerthPlanReader
{
    /// <summary>Reads a valid plan; a placement that the model does not know (it was ruled out as dominated) makes it fail.</summary>
    public static bool TryRead(BerthModel model, BerthPlan plan, Span<Placement> placements)
    {
        for (var call = 0; call < placements.Length; call++)
        {
            placements[call] = Placement.None;
            if (plan.Assignments[call] is { } assignment && !TryRead(model, call, assignment, out placements[call]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads where one call lies.</summary>
    public static bool TryRead(BerthModel model, int number, Assignment assignment, out Placement placement)
    {
        var call = model.Calls[number];
        placement = Placement.None;
        for (var index = 0; index < call.Zones.Length; index++)
        {
            var zone = call.Zones[index];
            if (zone.Quay != assignment.Quay)
            {
                continue;
            }

            var cell = model.Quays[zone.Quay].CellAt(assignment.Position);
            var option = Array.FindIndex(zone.Options, option => option.Cranes == assignment.Cranes);
            if (cell < 0 || option < 0 || (zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 0)
            {
                continue;
            }

            var slots = zone.Options[option].Slots(cell);
            if (slots == int.MaxValue)
            {
                return false;
            }

            placement = new Placement
            {
                Zone = index,
                Option = option,
                Cell = cell,
                Start = assignment.Start,
                HandlingEnd = assignment.Start + slots,
                End = assignment.End,
                FirstCrane = assignment.FirstCrane,
                Cost = zone.Price(cell) + call.TimeCost(assignment.Start, assignment.End, slots, assignment.Cranes),
            };
            return true;
        }

        return false;
    }
}
