namespace BerthOpt.Empties.Flows;

/// <summary>The codes of <see cref="FlowFault"/>, one for each rule that a plan can break; <c>docs/errors.md</c> says what to do about each.</summary>
public static class FlowFaultCodes
{
    /// <summary>The plan has not one flow for each arc.</summary>
    public const string PlanLength = "plan-length";

    /// <summary>The plan has potentials, but not one for each node.</summary>
    public const string PotentialsLength = "potentials-length";

    /// <summary>Less than the least flow goes over the arc.</summary>
    public const string FlowTooLow = "flow-too-low";

    /// <summary>More than its capacity goes over the arc.</summary>
    public const string FlowTooHigh = "flow-too-high";

    /// <summary>More than there is room for goes over arcs that share it.</summary>
    public const string RoomExceeded = "room-exceeded";

    /// <summary>The plan has prices of rooms, but not one for each, or no unit for them.</summary>
    public const string PricesLength = "prices-length";

    /// <summary>A node does not send on what comes in plus what it gives.</summary>
    public const string Unbalanced = "unbalanced";
}
