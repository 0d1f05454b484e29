namespace BerthOpt.Cli.Problems;

/// <summary>Why a problem has no plan: what cannot hold together.</summary>
/// <param name="Text">For people.</param>
/// <param name="Json">For programs.</param>
internal sealed record Conflict(string Text, string Json);
