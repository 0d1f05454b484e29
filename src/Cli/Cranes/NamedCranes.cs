using BerthOpt.Cli.Problems;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using BerthOpt.Search;

namespace BerthOpt.Cli.Cranes;

/// <summary>A crane problem that was read.</summary>
internal sealed class NamedCranes(CraneInstance instance) : Instance
{
    public override string Kind => CraneKind.Cranes;

    public CraneProblem Problem => instance.Problem;

    public override SolveResult<JudgedPlan> Solve(Host host, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        host.SolveCranes(Problem, options, progress, cancellation).Judged(Judge);

    protected override JudgedPlan FromJson(byte[] bytes) => Judge(CranePlanDocument.Read(bytes, Problem));

    protected override JudgedPlan FromCsv(string text) => Judge(CranePlanCsv.Read(text, instance));

    private JudgedCranePlan Judge(CranePlan plan) => new(instance, plan);
}
