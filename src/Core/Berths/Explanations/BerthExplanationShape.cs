using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What an explanation document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Calls">The calls.</param>
internal sealed record BerthExplanationParts(string Problem, string? Hash, ImmutableArray<CallExplanation> Calls);

/// <summary>The top of an explanation document.</summary>
internal static class BerthExplanationShape
{
    public const string Version = "berthopt/berth-explanation/1";

    private static readonly FormatVersion What = new(Version, "berthopt/berth-plan/", "Maybe the plan stands where its explanation should.");
    private static readonly Property<ImmutableArray<CallExplanation>> Calls = Property<ImmutableArray<CallExplanation>>.Needed("calls", null, ListKind.Of(CallExplanationShape.Shape), "the calls that are explained");

    public static readonly Shape<BerthExplanationParts> Shape = new("explanation document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Calls], Read, Write);

    private static BerthExplanationParts Read(DocumentObject from)
    {
        What.Check(from);
        return new BerthExplanationParts(from.Get(PlanProperties.Problem), from.FindObject(PlanProperties.Hash), from.Get(Calls));
    }

    private static void Write(DocumentWriter to, BerthExplanationParts parts)
    {
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.Put(Calls, parts.Calls);
    }
}
