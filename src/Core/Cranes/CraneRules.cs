using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>The rules that parts must keep to be a problem; each breach is one fault with a JSON Pointer.</summary>
internal static class CraneRules
{
    public static List<Fault> Faults(CraneParts parts)
    {
        var faults = new FaultList();
        faults.Range("/horizon", parts.Horizon, 1, CraneProblem.MaxHorizon, "slots");
        return faults.All;
    }
}
