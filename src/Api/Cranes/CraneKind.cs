using System.Buffers;
using System.Collections.Immutable;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>Quay crane scheduling.</summary>
internal sealed class CraneKind : TypedKind<CraneProblem, CranePlan, CraneCheck>
{
    public override string Name => "cranes";

    public override Shape ProblemShape => CraneDocumentShape.Shape;

    public override Shape PlanShape => CranePlanDocumentShape.Shape;

    public override IReadOnlyList<string> PlanFaultCodes { get; } = CodeList.Of(typeof(CraneFaultCodes));

    public override IReadOnlyList<string> ExplanationCodes { get; } = CodeList.Of(typeof(CraneCounterfactualCodes));

    public override IReadOnlyList<DemoProblem> Demos { get; } =
    [
        new("vessel", "a call of a vessel of 8,000 TEU with deck, hold and hatch covers", stream => CraneDocument.Write(CraneGenerator.Generate(GeneratedCraneKind.Vessel, 8_000, 1), stream)),
        new("tasks", "twenty tasks of one vessel, worked by a few cranes", stream => CraneDocument.Write(CraneGenerator.KimPark(20, 1), stream)),
    ];

    protected override CraneProblem? Read(ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        CraneDocument.TryRead(utf8, out var problem, out faults) ? problem : null;

    protected override CranePlan? ReadPlan(CraneProblem problem, ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults) =>
        CranePlanDocument.TryRead(utf8, problem, out var plan, out faults) ? plan : null;

    protected override void Write(CraneProblem problem, IBufferWriter<byte> output) => CraneDocument.Write(problem, output);

    protected override void WritePlan(CraneProblem problem, CranePlan plan, CraneCheck check, IBufferWriter<byte> output) =>
        CranePlanDocument.Write(problem, plan, check.Cost, output);

    protected override string NameOf(CraneProblem problem) => problem.Name;

    protected override IReadOnlyDictionary<string, long> Counts(CraneProblem problem) => new Dictionary<string, long>
    {
        ["cranes"] = problem.Cranes.Length,
        ["vessels"] = problem.Vessels.Length,
        ["tasks"] = problem.Tasks.Length,
    };

    protected override Fault? TooLarge(CraneProblem problem, RequestLimits limits) => CraneSize.BytesOf(problem) is var bytes && bytes > limits.SolveSize
        ? new Fault(
            "problem-too-large",
            "",
            $"has {problem.Tasks.Length} tasks, {problem.Cranes.Length} cranes and {problem.Vessels.Length} vessels, which take {bytes} bytes to plan; this service solves up to {limits.SolveSize}. Maybe plan whole bays instead of single moves.")
        : null;

    protected override SolveResult<CranePlan> Solve(CraneProblem problem, CranePlan? start, SolverOptions options, IProgress<SolveProgress<CranePlan>> progress, CancellationToken cancellation) =>
        start is null ? CraneSolver.Solve(problem, options, progress, cancellation) : CraneSolver.Solve(problem, options, start, progress, cancellation);

    protected override CraneCheck Check(CraneProblem problem, CranePlan plan) => CraneChecker.Check(problem, plan);

    protected override (bool IsValid, long Cost, long FaultsNotListed) Verdict(CraneCheck check) => (check.IsValid, check.Cost.Total, check.FaultsNotListed);

    protected override IEnumerable<PlanFaultAnswer> Faults(CraneProblem problem, CraneCheck check)
    {
        string? Id(int task) => task >= 0 && task < problem.Tasks.Length ? problem.Tasks[task].Id : null;
        return check.Faults.Select(fault => new PlanFaultAnswer(fault.Code, Id(fault.Task), Id(fault.Other), fault.Message));
    }

    protected override bool Has(CraneProblem problem, string item) => IndexOf(problem, item) >= 0;

    protected override void Explain(CraneProblem problem, CranePlan plan, string? item, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        var one = item is null ? -1 : IndexOf(problem, item);
        var all = one < 0 || cancellation.IsCancellationRequested ? CraneExplainer.Explain(problem, plan, cancellation) : CraneWhatIf.Explain(problem, plan, one, null, cancellation);
        CraneExplanationDocument.Write(problem, plan, one < 0 || all.Tasks.Length == 1 ? all : all with { Tasks = [all.Tasks[one]] }, output);
    }

    protected override ImmutableArray<Fault> ExplanationFaults(CraneProblem problem, CranePlan plan, ReadOnlySpan<byte> explanation) =>
        CraneExplanationChecker.Check(problem, plan, CraneExplanationDocument.Read(explanation, problem, int.MaxValue));

    protected override string HashOf(CranePlan plan) => plan.Hash;

    protected override object Kpis(CraneProblem problem, CranePlan plan) => CraneKpis.Of(problem, plan);

    protected override string Csv(CranePlan plan, ReadOnlyMemory<byte> problem) =>
        CranePlanCsv.Write(plan, CraneFormats.Read("problem.json", problem, CraneFormat.Json));

    private static int IndexOf(CraneProblem problem, string id) => problem.Tasks.Index().FirstOrDefault(task => task.Item.Id == id, (Index: -1, null!)).Index;

    protected override string Svg(CraneProblem problem, CranePlan plan, long? lowerBound) =>
        CraneSvg.Render(problem, plan, new CraneSvgOptions { LowerBound = lowerBound });
}
