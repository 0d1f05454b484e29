using System.Buffers;
using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>The body of a request that changes a job's plan, and how it is read: all faults are told at once.</summary>
internal static class ReplanRequests
{
    /// <summary>What it holds.</summary>
    public static readonly Shape<Parts> Shape = new(
        "replan request",
        [.. ReplanDocumentShape.Shape.Properties, ProblemRequests.Options, ProblemRequests.Tags],
        from => new(ReplanDocumentShape.Read(from), from.Get(ProblemRequests.Options), from.Get(ProblemRequests.Tags)),
        (to, parts) => ReplanDocumentShape.Write(to, parts.Replan));

    /// <summary>Reads a body, and makes the problem that is left and the plan to start from.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="problem">The problem of the job.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="limits">How much may be asked for.</param>
    /// <exception cref="InvalidInputException">With every fault.</exception>
    public static JobRequest Read(ReadOnlyMemory<byte> utf8, BerthProblem problem, BerthPlan plan, RequestLimits limits)
    {
        using var document = ProblemRequests.Parse(utf8.Span);
        var scope = BerthScope.Of(problem);
        BerthRevision? revision = null;
        var told = ImmutableArray<Fault>.Empty;
        if (new ObjectKind<Parts>(Shape).TryRead(document.RootElement, At.Root, scope, out var parts))
        {
            told = [.. ProblemRequests.TagFaults(parts.Tags)];
            try
            {
                if (scope.Faults.Count > 0)
                {
                    scope.AddModelFaults(BerthRevision.Faults(problem, plan, parts.Replan), document.RootElement, Shape);
                }
                else
                {
                    revision = BerthRevision.Of(problem, plan, parts.Replan);
                }
            }
            catch (InvalidInputException exception)
            {
                scope.AddModelFaults(exception.Faults, document.RootElement, Shape);
            }
        }

        told = [.. scope.Faults.All, .. told];
        if (revision is not null && Open(revision) is var (left, start))
        {
            told = left.TooLarge(limits) is { } size ? told.Add(size) : told;
            if (told.IsEmpty)
            {
                return new JobRequest(left, parts.Settings, parts.Tags, start) { Warnings = Warnings(revision) };
            }
        }

        throw new InvalidInputException(told);
    }

    /// <summary>What could not be kept of a plan, and why.</summary>
    public static ImmutableArray<JobFailure> Warnings(BerthRevision revision) =>
        [.. revision.Released.Select(call => new JobFailure(call.Code, call.Message(revision.Problem)))];

    /// <summary>Problem and plan as jobs have them.</summary>
    private static (OpenProblem Problem, JudgedPlan Plan) Open(BerthRevision revision)
    {
        var (problem, plan) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        BerthDocument.Write(revision.Problem, problem);
        BerthPlanDocument.Write(revision.Problem, revision.Plan, null, plan);
        return ProblemKinds.Find("berths")!.TryRead(problem.WrittenMemory, out var opened, out _) && opened.TryReadPlan(plan.WrittenMemory, out var judged, out _)
            ? (opened, judged)
            : throw new InvalidDataException("What is left of a problem cannot be read.");
    }

    /// <summary>What a body says.</summary>
    internal sealed record Parts(BerthReplan Replan, SolveSettings Settings, ImmutableArray<string> Tags);
}
