namespace BerthOpt.Berths;

/// <summary>A place and time for one more call in a plan.</summary>
/// <param name="Assignment">Where and when, and with which cranes: of cranes that cost the same, the fewest and leftmost.</param>
/// <param name="Cost">What the plan costs more with it, by term, in grid cost units; <see cref="CostTerms.Makespan"/> is what the makespan grows by.</param>
public readonly record struct BerthSlot(Assignment Assignment, CostTerms Cost);
