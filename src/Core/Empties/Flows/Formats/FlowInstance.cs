namespace BerthOpt.Empties.Flows.Formats;

/// <summary>A problem together with the format that it comes from.</summary>
public sealed record FlowInstance
{
    /// <summary>The problem.</summary>
    public required FlowProblem Problem { get; init; }

    /// <summary>Units of the problem's cost in one unit of cost of the file; default 1.</summary>
    public int CostScale { get; init; } = 1;

    /// <summary>The format.</summary>
    public required FlowFormat Format { get; init; }
}
