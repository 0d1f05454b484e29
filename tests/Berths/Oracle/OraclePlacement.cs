using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>One way to plan one call that breaks no rule alone, with what follows from it.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="At">The assignment.</param>
/// <param name="Sections">Sections that it occupies: the hull, or the berths that it fills.</param>
/// <param name="Berths">Berths of its quay that it fills; (-1, -1) at a continuous quay.</param>
/// <param name="WorkEnd">Slot at which its cranes are done.</param>
/// <param name="Cost">Everything that it adds to the cost, but for the makespan.</param>
internal sealed record OraclePlacement(int Call, Assignment At, Interval Sections, Interval Berths, int WorkEnd, long Cost);
