using System.Buffers;
using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Explanations of calls as JSON, in minutes, metres and units of cost, with the ids of their problem (<c>docs/berths-document.md</c>).</summary>
public static class BerthExplanationDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = BerthExplanationShape.Version;

    /// <summary>Reads explanations.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem whose calls they explain.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="BerthDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">They are not of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static ImmutableArray<CallExplanation> Read(ReadOnlySpan<byte> utf8, BerthProblem problem, int maxBytes = BerthDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WholeDocument.TryRead(utf8, maxBytes, BerthExplanationShape.Shape, BerthScope.Of(problem), parts => parts, _ => [], out var parts, out var faults)
            ? parts.Calls
            : throw new InvalidInputException(faults);
    }

    /// <summary>Writes explanations.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that they explain.</param>
    /// <param name="calls">The explanations.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(BerthProblem problem, BerthPlan plan, ImmutableArray<CallExplanation> calls, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        WholeDocument.Write(BerthExplanationShape.Shape, new BerthExplanationParts(problem.Name, plan.Hash, calls), BerthScope.Of(problem), output, indented);
    }
}
