using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A conflict as JSON, with the ids of its problem (<c>docs/berths-document.md</c>).</summary>
public static class BerthConflictDocument
{
    private static readonly Property<ImmutableArray<Restriction>> Restrictions = Property<ImmutableArray<Restriction>>.Needed("restrictions", null, ListKind.Of(RestrictionShape.Shape), "calls and rules that cannot hold together");
    private static readonly Property<bool> IsMinimal = Property<bool>.Needed("isMinimal", null, BerthKinds.Flag, "whether each of them is needed: without any one the others can hold together");
    private static readonly Property<string> Message = Property<string>.Optional("message", null, TextKind.Any, "", "the same for people");

    internal static readonly Shape<(BerthConflict Conflict, string Message)> Shape = new(
        "conflict",
        [Restrictions, IsMinimal, Message],
        from => (new BerthConflict(from.Get(Restrictions), from.Get(IsMinimal)), from.Get(Message)),
        (to, written) =>
        {
            to.Put(Restrictions, written.Conflict.Restrictions);
            to.Put(IsMinimal, written.Conflict.IsMinimal);
            to.Put(Message, written.Message);
        });

    /// <summary>Reads a conflict.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="problem">The problem that has no plan.</param>
    /// <exception cref="InvalidInputException">It is not of this problem; the exception lists every fault.</exception>
    public static BerthConflict Read(ReadOnlySpan<byte> utf8, BerthProblem problem) =>
        TryRead(utf8, problem, out var conflict, out var faults) ? conflict : throw new InvalidInputException(faults);

    /// <summary>Reads a conflict, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="problem">The problem that has no plan.</param>
    /// <param name="conflict">The conflict; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full; empty when there is a conflict.</param>
    /// <returns>Whether it is a conflict of this problem.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, BerthProblem problem, [NotNullWhen(true)] out BerthConflict? conflict, out ImmutableArray<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WholeDocument.TryRead(utf8, BerthDocument.DefaultMaxBytes, Shape, BerthScope.Of(problem), parts => parts.Conflict, _ => [], out conflict, out faults);
    }

    /// <summary>Writes a conflict.</summary>
    /// <param name="problem">The problem that has no plan.</param>
    /// <param name="conflict">The conflict.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(BerthProblem problem, BerthConflict conflict, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(conflict);
        WholeDocument.Write(Shape, (conflict, RestrictionText.Of(problem, conflict)), BerthScope.Of(problem), output, indented);
    }
}
