using System.Collections.Immutable;
using System.Globalization;

namespace BerthOpt.Cranes;

/// <summary>Problems as the literature has them: one vessel, positions that count bays, cranes all one way.</summary>
internal static class BayProblem
{
    /// <summary>The problem; its horizon leaves room for one crane that does everything.</summary>
    public static CraneProblem Create(
        string name, (int Bay, int Time)[] tasks, int[] starts, int travel, int margin, ImmutableArray<TaskPair> precedences, ImmutableArray<TaskPair> apart)
    {
        var (low, high) = (tasks.Min(task => task.Bay), tasks.Max(task => task.Bay));
        var approach = starts.Max(start => (long)travel * Math.Max(Math.Abs(start - low), Math.Abs(start - high)));
        return new CraneProblem(new CraneParts
        {
            Name = name,
            Horizon = (int)Math.Clamp(approach + ((long)travel * (high - low)) + tasks.Sum(task => (long)task.Time), 1, CraneProblem.MaxHorizon),
            Rail = new Rail { TravelSlots = travel, Clearance = margin + 1 },
            Cranes = [.. starts.Select((start, index) => new Crane { Id = Id(index), Start = start })],
            Vessels = [new CraneVessel { Id = "vessel" }],
            Tasks = [.. tasks.Select((task, index) => new CraneTask { Id = Id(index), Position = task.Bay, Handling = task.Time })],
            Precedences = precedences,
            NonSimultaneous = apart,
            Direction = CraneDirection.Either,
        });
    }

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
