using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// The containers of vessels bay by bay, and the cranes with their cycle times (<see cref="BayWorkloadDocument"/>). Plans are written in seconds. Variants:
/// <c>single</c>, and <c>double-cycling</c>, where discharge and load of a bay that know their stacks are one task.
/// </summary>
internal sealed class WorkloadFormat : IFormat<CraneFormat, CraneInstance>
{
    private const string Double = "double-cycling";

    public CraneFormat Format => CraneFormat.Workload;

    public ImmutableArray<string> Variants => ["single", Double];

    public bool Recognises(SourceText source) => BayWorkloadDocument.LooksLikeDocument(source.Bytes.Span);

    public CraneInstance Read(SourceText source, string variant)
    {
        var workload = BayWorkloadDocument.Read(source.Bytes.Span);
        var extras = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (variant == Double)
        {
            var saving = workload.DoubleCyclingSaving();
            extras = extras.Add("cycles", Numbers.Show(saving.Cycles)).Add("cycles-without-double-cycling", Numbers.Show(saving.SingleCycles)).Add("seconds-saved", Numbers.Show(saving.Seconds));
        }

        return new CraneInstance
        {
            Problem = workload.ToProblem(variant == Double),
            Format = Format,
            Variant = variant,
            PlanUnits = new PlanUnits { TimePerSlot = workload.Grid.SecondsPerSlot, PositionPerSection = workload.Grid.MetresPerSection },
            Extras = extras,
        };
    }
}
