namespace BerthOpt.Cli.Output;

/// <summary>What the checker says of a plan.</summary>
/// <param name="Word"><c>valid</c>, <c>refused</c>, or <c>none</c> where there is no plan.</param>
/// <param name="PlanHash">Hash of the plan; null where there is none.</param>
internal sealed record Verdict(string Word, string? PlanHash);
