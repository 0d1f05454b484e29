using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Why there is no plan: calls and rules that cannot hold together, whatever all others do.</summary>
/// <param name="Restrictions">The calls and rules.</param>
/// <param name="IsMinimal">Whether without any one of them the others can hold together; else some may not be needed.</param>
public sealed record BerthConflict(ImmutableArray<Restriction> Restrictions, bool IsMinimal);
