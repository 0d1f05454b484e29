namespace BerthOpt.Empties.Flows.Formats;

/// <summary>The file formats of min-cost-flow problems.</summary>
public enum FlowFormat
{
    /// <summary>The text format of the first DIMACS challenge (1991): <c>p min</c>, <c>n</c> and <c>a</c> lines.</summary>
    Dimacs,

    /// <summary>MPS, as far as it says flows: rows of nodes, rows of room that columns share, whole numbers.</summary>
    Mps,
}
