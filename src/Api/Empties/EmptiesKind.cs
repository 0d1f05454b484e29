using System.Buffers;
using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>Repositioning of empty containers.</summary>
internal sealed class EmptiesKind : TypedKind<EmptiesProblem, EmptiesPlan, EmptiesCheck>
{
    private const int BytesOfArc = 100;

    public override string Name => "empties";

    public override Shape ProblemShape => EmptiesDocumentShape.Shape;

    public override Shape PlanShape => EmptiesPlanDocumentShape.Shape;

    public override IReadOnlyList<string> PlanFaultCodes { get; } = CodeList.Of(typeof(EmptiesFaultCodes));

    public override IReadOnlyList<string> ExplanationCodes { get; } = CodeList.Of(typeof(ScarceRoomCodes));

    public override IReadOnlyList<DemoProblem> Demos { get; } =
    [
        new("carrier", "eight weeks of a carrier with twelve ports", stream => EmptiesDocument.Write(EmptiesGenerator.Carrier(12, 1, 8), stream)),
    ];

    protected override EmptiesProblem? Read(ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        EmptiesDocument.TryRead(utf8, out var problem, out faults) ? problem : null;

    protected override EmptiesPlan? ReadPlan(EmptiesProblem problem, ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        EmptiesPlanDocument.TryRead(utf8, problem, out var plan, out faults) ? plan : null;

    protected override void Write(EmptiesProblem problem, IBufferWriter<byte> output) => EmptiesDocument.Write(problem, output);

    protected override void WritePlan(EmptiesProblem problem, EmptiesPlan plan, EmptiesCheck check, IBufferWriter<byte> output) =>
        EmptiesPlanDocument.Write(problem, plan, check.Cost, output);

    protected override string NameOf(EmptiesProblem problem) => problem.Name;

    protected override IReadOnlyDictionary<string, long> Counts(EmptiesProblem problem) => new Dictionary<string, long>
    {
        ["locations"] = problem.Locations.Length,
        ["types"] = problem.Types.Length,
        ["voyages"] = problem.Voyages.Length,
        ["periods"] = problem.Periods,
    };

    protected override Fault? TooLarge(EmptiesProblem problem, RequestLimits limits) => EmptiesSize.Arcs(problem) is var arcs && arcs > limits.SolveSize / BytesOfArc
        ? new Fault(
            "problem-too-large",
            "",
            $"has {problem.Locations.Length} locations, {problem.Types.Length} types and {problem.Periods} periods, which make {arcs} arcs; this service solves up to {limits.SolveSize / BytesOfArc}. Maybe longer periods, or a shorter horizon.")
        : null;

    protected override SolveResult<EmptiesPlan> Solve(EmptiesProblem problem, EmptiesPlan? start, SolverOptions options, IProgress<SolveProgress<EmptiesPlan>> progress, CancellationToken cancellation) =>
        start is null ? EmptiesSolver.Solve(problem, options, progress, cancellation) : EmptiesSolver.Solve(problem, options, start, progress, cancellation);

    protected override EmptiesCheck Check(EmptiesProblem problem, EmptiesPlan plan) => EmptiesChecker.Check(problem, plan);

    protected override (bool IsValid, long Cost, long FaultsNotListed) Verdict(EmptiesCheck check) => (check.IsValid, check.Cost.Total, check.FaultsNotListed);

    protected override IEnumerable<PlanFaultAnswer> Faults(EmptiesProblem problem, EmptiesCheck check)
    {
        string? Id(int location) => location >= 0 && location < problem.Locations.Length ? problem.Locations[location].Id : null;
        return check.Faults.Select(fault => new PlanFaultAnswer(fault.Code, Id(fault.Location), null, fault.Message));
    }

    protected override bool Has(EmptiesProblem problem, string item) => EmptiesExplainer.Has(problem, item);

    protected override void Explain(EmptiesProblem problem, EmptiesPlan plan, string? item, IBufferWriter<byte> output, CancellationToken cancellation) =>
        EmptiesExplanationDocument.Write(problem, plan, EmptiesWhatIf.Explain(problem, plan, item, null, cancellation), output);

    protected override ImmutableArray<Fault> ExplanationFaults(EmptiesProblem problem, EmptiesPlan plan, ReadOnlySpan<byte> explanation) =>
        EmptiesExplanationChecker.Check(problem, plan, EmptiesExplanationDocument.Read(explanation, problem, int.MaxValue));

    protected override string HashOf(EmptiesPlan plan) => plan.Hash;

    protected override object Kpis(EmptiesProblem problem, EmptiesPlan plan) => EmptiesKpis.Of(problem, plan);

    protected override string Csv(EmptiesPlan plan, ReadOnlyMemory<byte> problem) => EmptiesPlanCsv.Write(plan);

    protected override string Svg(EmptiesProblem problem, EmptiesPlan plan, long? lowerBound) =>
        EmptiesSvg.Render(problem, plan, new EmptiesSvgOptions { LowerBound = lowerBound });
}
