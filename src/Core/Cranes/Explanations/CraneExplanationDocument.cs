using System.Buffers;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>Explanations of crane plans as JSON, in seconds and metres, with the ids of their problem (<c>docs/cranes-document.md</c>).</summary>
public static class CraneExplanationDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = CraneExplanationShape.Version;

    /// <summary>Reads an explanation.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem whose tasks it explains.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="CraneDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static CraneExplanation Read(ReadOnlySpan<byte> utf8, CraneProblem problem, int maxBytes = CraneDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WholeDocument.TryRead(utf8, maxBytes, CraneExplanationShape.Shape, CraneScope.Of(problem), parts => parts, _ => [], out var parts, out var faults)
            ? parts.Explanation
            : throw new InvalidInputException(faults);
    }

    /// <summary>Writes an explanation.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that it explains.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(CraneProblem problem, CranePlan plan, CraneExplanation explanation, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        WholeDocument.Write(CraneExplanationShape.Shape, new CraneExplanationParts(problem.Name, plan.Hash, explanation), CraneScope.Of(problem), output, indented);
    }
}
