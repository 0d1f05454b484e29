using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>A problem that was read, of whatever kind.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="utf8">Its document as it came.</param>
internal abstract class OpenProblem(ProblemKind kind, ReadOnlyMemory<byte> utf8)
{
    public ProblemKind Kind => kind;

    /// <summary>The document as it came.</summary>
    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <summary>Name of the problem.</summary>
    public abstract string Name { get; }

    /// <summary>Grid costs in one unit of cost of the document.</summary>
    public abstract int CostScale { get; }

    /// <summary>What is in it: how many of each.</summary>
    public abstract IReadOnlyDictionary<string, long> Counts { get; }

    /// <summary>What is wrong with its size for this service; null when nothing is.</summary>
    public abstract Fault? TooLarge(RequestLimits limits);

    /// <summary>SHA-256 of the document as the library writes it, so that the order of properties and spaces count for nothing; hexadecimal.</summary>
    public string Hash()
    {
        var canonical = new ArrayBufferWriter<byte>(utf8.Length);
        Write(canonical);
        return Convert.ToHexStringLower(SHA256.HashData(canonical.WrittenSpan));
    }

    /// <summary>A grid cost as the document's units have it.</summary>
    public decimal CostOutside(long cost) => Measure.Cost.ToOutside(cost, new Units(1, 1, CostScale, Known: true));

    /// <inheritdoc cref="CostOutside(long)"/>
    public decimal? CostOutside(long? cost) => cost is { } value ? CostOutside(value) : null;

    /// <summary>Reads a plan of it.</summary>
    public abstract bool TryReadPlan(ReadOnlyMemory<byte> plan, [NotNullWhen(true)] out JudgedPlan? judged, out ImmutableArray<Fault> faults);

    /// <summary>The problem once some of its plan is decided, with the plan to start from and what could not be kept of it.</summary>
    /// <param name="plan">A plan; null for none, or one that cannot be read.</param>
    /// <param name="decisions">Its values of <see cref="ProblemKind.Decisions"/>, undefined where it has none.</param>
    /// <param name="request">The request.</param>
    /// <param name="faults">Every fault, with pointers into the request.</param>
    public abstract (OpenProblem Problem, JudgedPlan? Plan, ImmutableArray<JobFailure> Warnings) Decide(JudgedPlan? plan, IReadOnlyList<JsonElement> decisions, JsonElement request, out ImmutableArray<Fault> faults);

    /// <summary>Solves it.</summary>
    /// <param name="start">A plan to start from; null for none.</param>
    /// <param name="options">Limits, seed and threads.</param>
    /// <param name="told">Told of the run; its plans must be read before it returns, or kept.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public abstract SolveResult<JudgedPlan> Solve(JudgedPlan? start, SolverOptions options, Action<SolveProgress, JudgedPlan?> told, CancellationToken cancellation);

    /// <summary>What cannot hold together, where there is no plan; null where that is not known.</summary>
    public abstract byte[]? Conflict(CancellationToken cancellation);

    /// <summary>Whether a document is a conflict of this problem.</summary>
    public abstract bool IsConflict(ReadOnlySpan<byte> conflict);

    /// <summary>Whether it has a call of this id, or whatever else its plans explain.</summary>
    public abstract bool Has(string item);

    /// <summary>Writes the document as the library does.</summary>
    protected abstract void Write(IBufferWriter<byte> output);
}
