using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>A kind of problem as the service knows it: what its documents look like, and how they are read.</summary>
internal abstract class ProblemKind
{
    /// <summary>Its name in paths: <c>berths</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its problem documents hold.</summary>
    public abstract Shape ProblemShape { get; }

    /// <summary>What its plan documents hold.</summary>
    public abstract Shape PlanShape { get; }

    /// <summary>What requests may decide of a plan beforehand.</summary>
    public virtual IReadOnlyList<Property> Decisions => [];

    /// <summary>Whether a plan to start from may break a rule, by its code: the solver mends that first.</summary>
    public virtual bool Mends(string code) => false;

    /// <summary>Every code that its checker can give.</summary>
    public abstract IReadOnlyList<string> PlanFaultCodes { get; }

    /// <summary>Further codes of its explanations.</summary>
    public virtual IReadOnlyList<string> ExplanationCodes => [];

    /// <summary>Problems to try the service with.</summary>
    public abstract IReadOnlyList<DemoProblem> Demos { get; }

    /// <summary>The bodies of requests about it.</summary>
    public ProblemRequests Requests => field ??= new ProblemRequests(this);

    /// <summary>Reads a problem document.</summary>
    /// <param name="utf8">The document; kept.</param>
    /// <param name="problem">The problem; null when there are faults.</param>
    /// <param name="faults">Every fault, with pointers into the document.</param>
    public abstract bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out OpenProblem? problem, out ImmutableArray<Fault> faults);
}

/// <summary>A problem to try the service with.</summary>
/// <param name="Id">Its name in paths.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Write">Writes its document.</param>
internal sealed record DemoProblem(string Id, string Meaning, Action<Stream> Write);
