using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <content>Rules for vessels, tasks and pairs of tasks.</content>
internal static partial class CraneRules
{
    private static void VesselFaults(CraneParts parts, FaultList faults)
    {
        faults.Range("/vessels", parts.Vessels.Length, 0, MaxTasks, "vessels");
        faults.Ids("vessel", parts.Vessels.Select((vessel, index) => ($"/vessels/{index}/id", vessel.Id)));
        for (var index = 0; index < parts.Vessels.Length; index++)
        {
            var vessel = parts.Vessels[index];
            faults.NotNegative($"/vessels/{index}/ready", vessel.Ready);
            faults.NotNegative($"/vessels/{index}/due", vessel.Due);
            faults.NotNegative($"/vessels/{index}/deadline", vessel.Deadline);
            faults.Range($"/vessels/{index}/rate", vessel.Rate, 0, 1_000_000_000, "(a multiplier)");
        }
    }

    private static void TaskFaults(CraneParts parts, FaultList faults)
    {
        faults.Range("/tasks", parts.Tasks.Length, 0, MaxTasks, "tasks");
        faults.Ids("task", parts.Tasks.Select((task, index) => ($"/tasks/{index}/id", task.Id)));
        for (var index = 0; index < parts.Tasks.Length; index++)
        {
            var task = parts.Tasks[index];
            var place = $"/tasks/{index}";
            faults.Index($"{place}/vessel", task.Vessel, parts.Vessels.Length, "vessel");
            faults.Range($"{place}/position", task.Position, -Far, Far, "(a section)");
            faults.Range($"{place}/handling", task.Handling, 0, CraneProblem.MaxHorizon, "slots");
            faults.NotNegative($"{place}/moves", task.Moves);
            faults.NotNegative($"{place}/bay", task.Bay);
            faults.Require(Enum.IsDefined(task.Place), "out-of-range", $"{place}/place", $"is {task.Place}; expected unknown, deck or hold.");
            faults.Require(Enum.IsDefined(task.Work), "out-of-range", $"{place}/work", $"is {task.Work}; expected one of the kinds of work.");
            var table = HandlingFaults($"{place}/handlingByCrane", task, parts.Cranes.Length, faults);
            PinFaults($"{place}/pin", task, table, parts, faults);
        }
    }

    private static bool HandlingFaults(string place, CraneTask task, int cranes, FaultList faults)
    {
        if (!faults.Require(!task.HandlingByCrane.IsDefault, "missing", place, "is no list; expected one, which may be empty.")
            || !faults.Require(task.HandlingByCrane.IsEmpty || task.HandlingByCrane.Length == cranes, "handling-table", place, $"has {task.HandlingByCrane.Length} times; expected one for each of {cranes} cranes, or none."))
        {
            return false;
        }

        for (var crane = 0; crane < task.HandlingByCrane.Length; crane++)
        {
            var slots = task.HandlingByCrane[crane];
            if (slots is < -1 or > CraneProblem.MaxHorizon)
            {
                faults.Range($"{place}/{crane}", slots, -1, CraneProblem.MaxHorizon, "slots, -1 for a crane that cannot do it");
            }
        }

        return !task.HandlingByCrane.IsEmpty;
    }

    private static void PinFaults(string place, CraneTask task, bool table, CraneParts parts, FaultList faults)
    {
        if (task.Pin?.Start is { } start)
        {
            faults.Range($"{place}/start", start, 0, Math.Max(0, parts.Horizon), "slots");
        }

        if (task.Pin?.Crane is { } number && faults.Index($"{place}/crane", number, parts.Cranes.Length, "crane"))
        {
            var crane = parts.Cranes[number];
            faults.Require(!table || task.HandlingByCrane[number] != -1, "pin-disagrees", $"{place}/crane", $"is {number}, crane \"{crane.Id}\", which cannot do the task; expected one that can.");
            faults.Require(crane.Reach is not { } reach || reach.Contains(task.Position), "pin-disagrees", $"{place}/crane", $"is {number}, crane \"{crane.Id}\", which cannot reach position {task.Position}; expected one that can.");
        }
    }

    private static bool PairFaults(string place, ImmutableArray<TaskPair> pairs, int tasks, FaultList faults)
    {
        var good = faults.Range(place, pairs.Length, 0, MaxPairs, "pairs");
        for (var index = 0; index < pairs.Length; index++)
        {
            var (first, second) = pairs[index];
            if (first < 0 || first >= tasks || second < 0 || second >= tasks)
            {
                faults.Index($"{place}/{index}/first", first, tasks, "task");
                faults.Index($"{place}/{index}/second", second, tasks, "task");
                good = false;
            }
            else if (first == second)
            {
                faults.Add("same-task", $"{place}/{index}", $"has task {first} twice; expected two tasks.");
                good = false;
            }
        }

        return good;
    }

    private static void PrecedenceFaults(CraneParts parts, FaultList faults)
    {
        if (!PairFaults("/precedences", parts.Precedences, parts.Tasks.Length, faults))
        {
            return;
        }

        foreach (var cycle in PrecedenceCycles.Of(parts.Tasks.Length, parts.Precedences))
        {
            var names = string.Join(", ", cycle.Tasks.Take(10).Select(task => $"\"{parts.Tasks[task].Id}\""));
            faults.Add("precedence-cycle", $"/precedences/{cycle.Pair}", $"closes a cycle of {cycle.Tasks.Count} tasks: {names}{(cycle.Tasks.Count > 10 ? " and more" : "")}, each to end before the next starts; expected no cycle.");
        }
    }
}
