namespace BerthOpt.Api;

/// <summary>What a worker is to explain.</summary>
/// <param name="Kind">Name of the kind of problem.</param>
/// <param name="Plan">Document of the plan.</param>
/// <param name="Item">Id of the call, task or demand to explain with prices; null for all, without.</param>
internal sealed record ExplainOrder(string Kind, string Plan, string? Item);
