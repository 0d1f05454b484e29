namespace BerthOpt.Documents;

/// <summary>What one step of the grid means outside.</summary>
/// <param name="MinutesPerSlot">Minutes in one slot.</param>
/// <param name="MetresPerSection">Metres in one section.</param>
/// <param name="CostScale">Grid cost units in one unit of cost.</param>
/// <param name="Known">Whether these are the document's own; if not, nothing can be said to lie off the grid.</param>
/// <param name="SecondsPerSlot">Seconds in one slot, for documents that count in seconds.</param>
internal sealed record Units(decimal MinutesPerSlot, decimal MetresPerSection, int CostScale, bool Known, decimal SecondsPerSlot = 1);
