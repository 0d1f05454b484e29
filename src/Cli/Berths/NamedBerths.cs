using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Cli.Berths;

/// <summary>A berth problem that was read.</summary>
internal sealed class NamedBerths(BerthInstance instance) : Instance
{
    public override string Kind => BerthKind.Berths;

    public override int CostScale => Problem.Grid.CostScale;

    public BerthProblem Problem => instance.Problem;

    public override SolveResult<JudgedPlan> Solve(Host host, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        host.SolveBerths(Problem, options, progress, cancellation).Judged(Judge);

    protected override JudgedPlan FromJson(byte[] bytes) => Judge(BerthPlanDocument.Read(bytes, Problem));

    protected override JudgedPlan FromCsv(string text) => Judge(BerthPlanCsv.Read(text, instance));

    private JudgedBerthPlan Judge(BerthPlan plan) => new(instance, plan);
}
