namespace BerthOpt.Empties.Flows.Formats;

/// <summary>A problem together with the format that it comes from.</summary>
public sealed record FlowInstance
{
    /// <summary>The problem.</summary>
    public required FlowProblem Problem { get; init; }

    /// <summary>The format.</summary>
    public required FlowFormat Format { get; init; }
}
