using System.Buffers;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A <see cref="BerthReplan"/> as JSON, in minutes, metres and units of cost, with the ids of its problem (<c>docs/berths-document.md</c>).</summary>
public static class BerthReplanDocument
{
    /// <summary>Reads what has changed.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem whose plan is to be changed.</param>
    /// <param name="plan">That plan.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="BerthDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is nothing that this plan can be changed by; the exception lists every fault, the first 100 in full.</exception>
    public static BerthReplan Read(ReadOnlySpan<byte> utf8, BerthProblem problem, BerthPlan plan, int maxBytes = BerthDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        return WholeDocument.TryRead(
            utf8,
            maxBytes,
            ReplanDocumentShape.Shape,
            BerthScope.Of(problem),
            replan => BerthRevision.Of(problem, plan, replan) is null ? null : replan,
            replan => ReplanRules.Faults(problem, plan, replan),
            out var read,
            out var faults) ? read : throw new InvalidInputException(faults);
    }

    /// <summary>Writes what has changed.</summary>
    /// <param name="problem">The problem whose plan is to be changed.</param>
    /// <param name="replan">What has changed.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(BerthProblem problem, BerthReplan replan, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(replan);
        WholeDocument.Write(ReplanDocumentShape.Shape, replan, BerthScope.Of(problem), output, indented);
    }
}
