using System.Buffers;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Explanations of plans of empties as JSON, with the ids of their problem (<c>docs/empties-document.md</c>).</summary>
public static class EmptiesExplanationDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = EmptiesExplanationShape.Version;

    /// <summary>Reads an explanation.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem whose plan it explains.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="EmptiesDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static EmptiesExplanation Read(ReadOnlySpan<byte> utf8, EmptiesProblem problem, int maxBytes = EmptiesDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WholeDocument.TryRead(utf8, maxBytes, EmptiesExplanationShape.Shape, EmptiesScope.Of(problem), parts => parts, _ => [], out var parts, out var faults)
            ? parts.Explanation
            : throw new InvalidInputException(faults);
    }

    /// <summary>Writes an explanation.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that it explains.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(EmptiesProblem problem, EmptiesPlan plan, EmptiesExplanation explanation, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        WholeDocument.Write(EmptiesExplanationShape.Shape, new EmptiesExplanationParts(problem.Name, plan.Hash, explanation), EmptiesScope.Of(problem), output, indented);
    }
}
