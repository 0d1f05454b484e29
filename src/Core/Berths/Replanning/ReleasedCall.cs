namespace BerthOpt.Berths;

/// <summary>A call that could not be kept as it was: what has begun has its place and start but maybe other cranes, what was frozen is free.</summary>
/// <param name="Call">Index of the call in the new problem.</param>
/// <param name="Hold">Why it should have been kept.</param>
/// <param name="Why">The rule that it would break, as the checker says it.</param>
public sealed record ReleasedCall(int Call, CallHold Hold, string Why)
{
    /// <summary>Code of what became of it (<see cref="ReleasedCodes"/>).</summary>
    public string Code => Hold == CallHold.Begun ? ReleasedCodes.CranesFree : ReleasedCodes.FreezeLifted;

    /// <summary>In words: which call, what became of it, and why.</summary>
    /// <param name="problem">The new problem.</param>
    public string Message(BerthProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return $"Call \"{problem.Calls[Call].Id}\" {(Hold == CallHold.Begun ? "has begun and keeps its place and start, but not its cranes" : "was frozen, but cannot stay as it is")}: {Why}";
    }
}

/// <summary>Codes of calls that could not be kept as they were, listed in <c>docs/errors.md</c>.</summary>
public static class ReleasedCodes
{
    /// <summary>The call has begun and keeps place and start; its cranes are free.</summary>
    public const string CranesFree = "cranes-free";

    /// <summary>The call was frozen and is free.</summary>
    public const string FreezeLifted = "freeze-lifted";
}
