namespace BerthOpt.Empties.Flows.Formats;

/// <summary>The file formats of min-cost-flow problems.</summary>
public enum FlowFormat
{
    /// <summary>The text format of the first DIMACS challenge (1991): <c>p min</c>, <c>n</c> and <c>a</c> lines.</summary>
    Dimacs,
}
