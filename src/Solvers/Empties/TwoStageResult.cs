namespace BerthOpt.Empties;

/// <summary>What <see cref="TwoStageEmptiesSolver"/> found.</summary>
public sealed record TwoStageResult
{
    /// <summary>The moves that begin in the first periods.</summary>
    public required EmptiesPlan Plan { get; init; }

    /// <summary>Those that are best when everything comes as expected: the plan to compare with.</summary>
    public required EmptiesPlan ExpectedPlan { get; init; }

    /// <summary>No first decisions cost less on the average of the scenarios that are planned for, in whole units of cost.</summary>
    public required long LowerBound { get; init; }

    /// <summary>Both plans in the scenarios that are planned for.</summary>
    public required PlanTrial Sample { get; init; }

    /// <summary>Both plans in other scenarios; null where there are none.</summary>
    public required PlanTrial? Test { get; init; }

    /// <summary>Seconds of the run.</summary>
    public required double Seconds { get; init; }
}

/// <summary>Two plans in the same scenarios, each of which is planned to its end as well as it can be after the first decisions.</summary>
/// <param name="Scenarios">Number of scenarios.</param>
/// <param name="Cost">Mean cost of the plan.</param>
/// <param name="ExpectedPlanCost">Mean cost of the plan for expected numbers.</param>
/// <param name="HalfWidth">
/// Half the width of the 95 % confidence interval (Student) of what the plan saves, which is the difference of the two costs; null for fewer than two scenarios, and for those in
/// which the plan was chosen, for they flatter it.
/// </param>
public readonly record struct PlanTrial(int Scenarios, double Cost, double ExpectedPlanCost, double? HalfWidth)
{
    /// <summary>What the plan saves on the average.</summary>
    public double Saving => ExpectedPlanCost - Cost;
}
