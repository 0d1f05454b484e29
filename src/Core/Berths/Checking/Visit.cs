using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>One planned call, with all that follows from its assignment alone. Slots and sections are long: plans may say anything.</summary>
internal sealed class Visit : IPlanned
{
    private Visit(int index, Call call, Assignment assignment)
    {
        Index = index;
        Call = call;
        Assignment = assignment;
    }

    public int Index { get; }

    public Call Call { get; }

    public Assignment Assignment { get; }

    public string Name => $"Call \"{Call.Id}\"";

    public long Start => Assignment.Start;

    public long End => Assignment.End;

    /// <summary>The quay; null when there is no such quay.</summary>
    public Quay? Quay { get; private init; }

    /// <summary>The sections that the call occupies: its hull, or the berths it fills; null when quay or berth are unknown.</summary>
    public (long From, long To)? Sections { get; private init; }

    /// <summary>Index at the quay of the first berth that it fills; -1 at a continuous quay.</summary>
    public int FirstBerth { get; private init; } = -1;

    /// <summary>Number of berths that it fills and that exist; 0 at a continuous quay.</summary>
    public int BerthCount { get; private init; }

    /// <summary>Distance from the wished place in sections; 0 when the quay is unknown.</summary>
    public long Deviation { get; private init; }

    /// <summary>Handling time in slots; null when it is forbidden, or place or number of cranes are no good.</summary>
    public long? Handling { get; private init; }

    /// <summary>Slot at which the cranes are done; where the handling is not known, they are taken to work until the end of the stay.</summary>
    public long WorkEnd => Handling is { } slots ? Start + slots : End;

    public bool CranesInRange => Assignment.Cranes >= Call.Handling.MinCranes && Assignment.Cranes <= Call.Handling.MaxCranes;

    /// <summary>One visit for each call of the problem, null for those that the plan leaves out or does not speak of.</summary>
    public static Visit?[] All(BerthProblem problem, BerthPlan plan)
    {
        var visits = new Visit?[problem.Calls.Length];
        for (var index = 0; index < Math.Min(visits.Length, plan.Assignments.Length); index++)
        {
            visits[index] = plan.Assignments[index] is { } assignment ? Of(problem, index, assignment) : null;
        }

        return visits;
    }

    /// <summary>One call as if it lay there.</summary>
    public static Visit Of(BerthProblem problem, int index, Assignment assignment)
    {
        var call = problem.Calls[index];
        if (assignment.Quay < 0 || assignment.Quay >= problem.Quays.Length)
        {
            return new Visit(index, call, assignment);
        }

        var quay = problem.Quays[assignment.Quay];
        var (first, count) = BerthFilling.Of(quay, call, assignment.Berth);
        (long, long)? sections = quay.Layout == QuayLayout.Continuous ? (assignment.Position, (long)assignment.Position + call.Length)
            : count > 0 ? (quay.Berths[first].Start, (long)quay.Berths[first + count - 1].Start + quay.Berths[first + count - 1].Length)
            : null;
        var deviation = HandlingTime.Deviation(call, assignment, quay);
        return new Visit(index, call, assignment)
        {
            Quay = quay,
            FirstBerth = first,
            BerthCount = count,
            Sections = sections,
            Deviation = deviation,
            Handling = sections is null ? null : HandlingTime.Of(problem, call, assignment, deviation),
        };
    }
}
