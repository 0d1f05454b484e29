using System.Buffers;
using System.CommandLine;
using System.Text;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>Berth allocation.</summary>
internal sealed class BerthKind : ProblemKind<BerthFormat, BerthInstance>
{
    public override string Name => "berths";

    public override Command Generate(Host host) => GenerateBerths.Create(host);

    public override Instance<BerthProblem, BerthPlan> Of(BerthInstance instance, string fileName = "") => new()
    {
        Kind = Name,
        Name = instance.Problem.Name.Length > 0 ? instance.Problem.Name : fileName,
        CostScale = instance.Problem.Grid.CostScale,
        Problem = instance.Problem,
        Solver = host => host.SolveBerths,
        PlanOfJson = bytes => BerthPlanDocument.Read(bytes, instance.Problem),
        PlanOfCsv = text => BerthPlanCsv.Read(text, instance),
        Judge = plan => BerthVerdict.On(instance, plan),
        Conflicts = cancellation => Conflict(instance.Problem, cancellation),
    };

    private static Conflict? Conflict(BerthProblem problem, CancellationToken cancellation)
    {
        if (BerthConflicts.Find(problem, cancellation: cancellation) is not { } conflict)
        {
            return null;
        }

        var document = new ArrayBufferWriter<byte>();
        BerthConflictDocument.Write(problem, conflict, document);
        return new Conflict(RestrictionText.Of(problem, conflict), Encoding.UTF8.GetString(document.WrittenSpan));
    }

    protected override BerthFormat? Detect(string path, byte[] bytes) => BerthFormats.Detect(path, bytes);

    protected override BerthInstance Read(string path, byte[] bytes, BerthFormat? format, string? variant) => BerthFormats.Read(path, bytes, format, variant);
}
