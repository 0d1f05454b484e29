namespace BerthOpt.Tests.Berths;

/// <summary>At least one case for each code of <see cref="BerthOpt.Berths.BerthFaultCodes"/>.</summary>
internal static partial class BerthFaultCases
{
    public static IReadOnlyList<BerthFaultCase> All { get; } = [.. Places(), .. Times(), .. Cranes(), .. Neighbours(), .. Movements(), .. Promises()];
}
