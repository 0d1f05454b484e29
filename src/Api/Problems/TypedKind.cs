using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>A kind of problem by the library's own types: one small class a kind says what the library calls things.</summary>
/// <typeparam name="TProblem">The problem.</typeparam>
/// <typeparam name="TPlan">The plan.</typeparam>
/// <typeparam name="TCheck">The checker's verdict.</typeparam>
internal abstract class TypedKind<TProblem, TPlan, TCheck> : ProblemKind
    where TProblem : class
    where TPlan : class
    where TCheck : class
{
    public sealed override bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out OpenProblem? problem, out ImmutableArray<Fault> faults)
    {
        problem = Read(utf8.Span, out faults) is { } read ? new TypedProblem(this, read, utf8) : null;
        return problem is not null;
    }

    protected abstract TProblem? Read(ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults);

    protected abstract TPlan? ReadPlan(TProblem problem, ReadOnlySpan<byte> utf8, out ImmutableArray<Fault> faults);

    protected abstract void Write(TProblem problem, IBufferWriter<byte> output);

    protected abstract void WritePlan(TProblem problem, TPlan plan, TCheck check, IBufferWriter<byte> output);

    protected abstract string NameOf(TProblem problem);

    protected virtual int CostScale(TProblem problem) => 1;

    protected abstract IReadOnlyDictionary<string, long> Counts(TProblem problem);

    protected abstract Fault? TooLarge(TProblem problem, RequestLimits limits);

    /// <summary>The problem and the plan to start from once some of the plan is decided, with what could not be kept of it; nothing where its kind knows no decisions.</summary>
    protected virtual (TProblem Problem, TPlan? Plan, ImmutableArray<JobFailure> Warnings) Decide(TProblem problem, TPlan? plan, IReadOnlyList<JsonElement> decisions, JsonElement request, out ImmutableArray<Fault> faults)
    {
        faults = [];
        return (problem, plan, []);
    }

    protected abstract SolveResult<TPlan> Solve(TProblem problem, TPlan? start, SolverOptions options, IProgress<SolveProgress<TPlan>> progress, CancellationToken cancellation);

    protected abstract TCheck Check(TProblem problem, TPlan plan);

    protected abstract (bool IsValid, long Cost, long FaultsNotListed) Verdict(TCheck check);

    protected abstract IEnumerable<PlanFaultAnswer> Faults(TProblem problem, TCheck check);

    /// <summary>Writes what cannot hold together; nothing where that is not known.</summary>
    protected virtual void WriteConflict(TProblem problem, IBufferWriter<byte> output, CancellationToken cancellation)
    {
    }

    /// <summary>Whether a document is a conflict of a problem.</summary>
    protected virtual bool IsConflict(TProblem problem, ReadOnlySpan<byte> conflict) => false;

    /// <summary>Whether a problem has something of this id that can be explained.</summary>
    protected abstract bool Has(TProblem problem, string item);

    /// <summary>Explains a plan, or one item of it with prices.</summary>
    protected abstract void Explain(TProblem problem, TPlan plan, string? item, IBufferWriter<byte> output, CancellationToken cancellation);

    /// <summary>What is wrong with an explanation of a plan.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    protected abstract ImmutableArray<Fault> ExplanationFaults(TProblem problem, TPlan plan, ReadOnlySpan<byte> explanation);

    protected abstract string HashOf(TPlan plan);

    protected abstract object Kpis(TProblem problem, TPlan plan);

    protected abstract string Csv(TPlan plan, ReadOnlyMemory<byte> problem);

    protected abstract string Svg(TProblem problem, TPlan plan, long? lowerBound);

    private sealed class TypedProblem(TypedKind<TProblem, TPlan, TCheck> kind, TProblem problem, ReadOnlyMemory<byte> utf8) : OpenProblem(kind, utf8)
    {
        public TypedKind<TProblem, TPlan, TCheck> Typed => kind;

        public TProblem Problem => problem;

        public override string Name => kind.NameOf(problem);

        public override int CostScale => kind.CostScale(problem);

        public override IReadOnlyDictionary<string, long> Counts => kind.Counts(problem);

        public override Fault? TooLarge(RequestLimits limits) => kind.TooLarge(problem, limits);

        public override bool TryReadPlan(ReadOnlyMemory<byte> plan, [NotNullWhen(true)] out JudgedPlan? judged, out ImmutableArray<Fault> faults)
        {
            judged = kind.ReadPlan(problem, plan.Span, out faults) is { } read ? new TypedPlan(this, read) : null;
            return judged is not null;
        }

        public override (OpenProblem Problem, JudgedPlan? Plan, ImmutableArray<JobFailure> Warnings) Decide(JudgedPlan? plan, IReadOnlyList<JsonElement> decisions, JsonElement request, out ImmutableArray<Fault> faults)
        {
            var (decided, start, warnings) = kind.Decide(problem, Plan(plan), decisions, request, out faults);
            if (ReferenceEquals(decided, problem))
            {
                return (this, plan, warnings);
            }

            var document = new ArrayBufferWriter<byte>(Utf8.Length);
            kind.Write(decided, document);
            var opened = new TypedProblem(kind, decided, document.WrittenMemory);
            return (opened, opened.Judged(start), warnings);
        }

        public override SolveResult<JudgedPlan> Solve(JudgedPlan? start, SolverOptions options, Action<SolveProgress, JudgedPlan?> told, CancellationToken cancellation)
        {
            var result = kind.Solve(problem, Plan(start), options, new Told(now => told(now, Judged(now.Plan))), cancellation);
            return new SolveResult<JudgedPlan>
            {
                Status = result.Status,
                StopReason = result.StopReason,
                Plan = Judged(result.Plan),
                Cost = result.Cost,
                LowerBound = result.LowerBound,
                BoundMethod = result.BoundMethod,
                Statistics = result.Statistics,
            };
        }

        public override byte[]? Conflict(CancellationToken cancellation)
        {
            var output = new ArrayBufferWriter<byte>();
            kind.WriteConflict(problem, output, cancellation);
            return output.WrittenCount == 0 ? null : output.WrittenSpan.ToArray();
        }

        public override bool IsConflict(ReadOnlySpan<byte> conflict) => kind.IsConflict(problem, conflict);

        public override bool Has(string item) => kind.Has(problem, item);

        protected override void Write(IBufferWriter<byte> output) => kind.Write(problem, output);

        private static TPlan? Plan(JudgedPlan? plan) => (plan as TypedPlan)?.Plan;

        private TypedPlan? Judged(TPlan? plan) => plan is null ? null : new TypedPlan(this, plan);
    }

    private sealed class TypedPlan(TypedProblem of, TPlan plan) : JudgedPlan
    {
        private readonly TypedKind<TProblem, TPlan, TCheck> _kind = of.Typed;

        public TPlan Plan => plan;

        public override string Hash => _kind.HashOf(plan);

        public override bool IsValid => _kind.Verdict(Check).IsValid;

        public override long Cost => _kind.Verdict(Check).Cost;

        public override IReadOnlyList<PlanFaultAnswer> Faults => [.. _kind.Faults(of.Problem, Check)];

        public override long FaultsNotListed => _kind.Verdict(Check).FaultsNotListed;

        public override object Kpis => _kind.Kpis(of.Problem, plan);

        private TCheck Check => field ??= _kind.Check(of.Problem, plan);

        public override byte[] Explain(string? item, CancellationToken cancellation)
        {
            var output = new ArrayBufferWriter<byte>();
            _kind.Explain(of.Problem, plan, item, output, cancellation);
            return output.WrittenSpan.ToArray();
        }

        public override bool IsExplainedBy(ReadOnlySpan<byte> explanation)
        {
            try
            {
                return _kind.ExplanationFaults(of.Problem, plan, explanation).IsEmpty;
            }
            catch (InvalidInputException)
            {
                return false;
            }
        }

        public override byte[] Json()
        {
            var output = new ArrayBufferWriter<byte>();
            _kind.WritePlan(of.Problem, plan, Check, output);
            return output.WrittenSpan.ToArray();
        }

        public override string Csv() => _kind.Csv(plan, of.Utf8);

        public override string Svg(long? lowerBound) => _kind.Svg(of.Problem, plan, lowerBound);
    }

    /// <summary>Told at once, on the solver's thread.</summary>
    private sealed class Told(Action<SolveProgress<TPlan>> act) : IProgress<SolveProgress<TPlan>>
    {
        public void Report(SolveProgress<TPlan> value) => act(value);
    }
}
