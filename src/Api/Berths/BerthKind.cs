using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>Berth allocation.</summary>
internal sealed class BerthKind : TypedKind<BerthProblem, BerthPlan, BerthCheck>
{
    public override string Name => "berths";

    public override Shape ProblemShape => BerthDocumentShape.Shape;

    public override Shape PlanShape => BerthPlanDocumentShape.Shape;

    public override IReadOnlyList<Property> Decisions => BerthDecisions.All;

    public override IReadOnlyList<string> PlanFaultCodes { get; } = CodeList.Of(typeof(BerthFaultCodes));

    public override IReadOnlyList<string> ExplanationCodes { get; } = [.. CodeList.Of(typeof(LeftOutCodes)), .. CodeList.Of(typeof(CounterfactualCodes))];

    public override IReadOnlyList<DemoProblem> Demos { get; } =
    [
        new("quay", "twenty calls at one quay with ten cranes", stream => BerthDocument.Write(BerthGenerator.MeiselBierwirth(20, 1), stream)),
        new("port", "a week at a large port with tides, movement limits and cranes by name", stream => BerthDocument.Write(BerthGenerator.Port(1, 1), stream)),
    ];

    public override bool Mends(string code) => code == BerthFaultCodes.CallLeftOut;

    protected override BerthProblem? Read(ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        BerthDocument.TryRead(utf8, out var problem, out faults) ? problem : null;

    protected override BerthPlan? ReadPlan(BerthProblem problem, ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        BerthPlanDocument.TryRead(utf8, problem, out var plan, out faults) ? plan : null;

    protected override void Write(BerthProblem problem, IBufferWriter<byte> output) => BerthDocument.Write(problem, output);

    protected override void WritePlan(BerthProblem problem, BerthPlan plan, BerthCheck check, IBufferWriter<byte> output) =>
        BerthPlanDocument.Write(problem, plan, check.Cost, output);

    protected override string NameOf(BerthProblem problem) => problem.Name;

    protected override int CostScale(BerthProblem problem) => problem.Grid.CostScale;

    protected override IReadOnlyDictionary<string, long> Counts(BerthProblem problem) => new Dictionary<string, long>
    {
        ["quays"] = problem.Quays.Length,
        ["berths"] = problem.Quays.Sum(quay => quay.Berths.Length),
        ["cranes"] = problem.CranePools.Sum(pool => (long)pool.Count),
        ["calls"] = problem.Calls.Length,
        ["slots"] = problem.Horizon,
    };

    protected override Fault? TooLarge(BerthProblem problem, RequestLimits limits) => SolveSize.TooLarge(problem, limits.SolveSize);

    protected override (BerthProblem Problem, BerthPlan? Plan, ImmutableArray<JobFailure> Warnings) Decide(BerthProblem problem, BerthPlan? plan, IReadOnlyList<JsonElement> decisions, JsonElement request, out ImmutableArray<Fault> faults) =>
        BerthDecisions.Apply(problem, plan, decisions, request, out faults);

    protected override SolveResult<BerthPlan> Solve(BerthProblem problem, BerthPlan? start, SolverOptions options, IProgress<SolveProgress<BerthPlan>> progress, CancellationToken cancellation) =>
        BerthSolver.Run(problem, start, repairs: true, options, progress, cancellation);

    protected override BerthCheck Check(BerthProblem problem, BerthPlan plan) => BerthChecker.Check(problem, plan);

    protected override (bool IsValid, long Cost, long FaultsNotListed) Verdict(BerthCheck check) => (check.IsValid, check.Cost.Total, check.FaultsNotListed);

    protected override IEnumerable<PlanFaultAnswer> Faults(BerthProblem problem, BerthCheck check)
    {
        string? Id(int call) => call >= 0 && call < problem.Calls.Length ? problem.Calls[call].Id : null;
        return check.Faults.Select(fault => new PlanFaultAnswer(fault.Code, Id(fault.Call), Id(fault.Other), fault.Message));
    }

    protected override void WriteConflict(BerthProblem problem, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        if (BerthConflicts.Find(problem, cancellation: cancellation) is { } conflict)
        {
            BerthConflictDocument.Write(problem, conflict, output);
        }
    }

    protected override bool IsConflict(BerthProblem problem, ReadOnlySpan<byte> conflict) => BerthConflictDocument.TryRead(conflict, problem, out _, out _);

    protected override bool Has(BerthProblem problem, string item) => problem.Calls.Any(call => call.Id == item);

    protected override void Explain(BerthProblem problem, BerthPlan plan, string? item, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        var one = problem.Calls.Index().FirstOrDefault(call => call.Item.Id == item, (Index: -1, null!)).Index;
        BerthExplanationDocument.Write(
            problem,
            plan,
            one < 0 ? BerthExplainer.Explain(problem, plan, cancellation)
            : cancellation.IsCancellationRequested ? [BerthExplainer.Explain(problem, plan, cancellation)[one]]
            : [BerthWhatIf.Explain(problem, plan, one, null, cancellation)],
            output);
    }

    protected override ImmutableArray<Fault> ExplanationFaults(BerthProblem problem, BerthPlan plan, ReadOnlySpan<byte> explanation) =>
        BerthExplanationChecker.Check(problem, plan, BerthExplanationDocument.Read(explanation, problem, int.MaxValue));

    protected override string HashOf(BerthPlan plan) => plan.Hash;

    protected override object Kpis(BerthProblem problem, BerthPlan plan) => BerthKpis.Of(problem, plan);

    protected override string Csv(BerthPlan plan, ReadOnlyMemory<byte> problem) =>
        BerthPlanCsv.Write(plan, BerthFormats.Read("problem.json", problem, BerthFormat.Json));

    protected override string Svg(BerthProblem problem, BerthPlan plan, long? lowerBound) =>
        BerthSvg.Render(problem, plan, new BerthSvgOptions { LowerBound = lowerBound });
}
