using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BerthOpt.Berths;

/// <summary>Where and when one call lies, and which cranes work on it.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="Berth">Index among the quay's berths of the first berth it fills; -1 at a continuous quay.</param>
/// <param name="Position">First section: of the hull at a continuous quay, of the first berth otherwise.</param>
/// <param name="Start">Slot of berthing.</param>
/// <param name="End">
/// Slot of departure, behind the last slot of the stay. It is the end of handling, except where something can delay the departure:
/// the call has departure windows, or a movement ban or cap counts it (by its length and, for a cap, by the quay where it lies).
/// Such a call may stay on as long as it likes.
/// </param>
/// <param name="Cranes">Number of cranes; 0 when cranes do not matter to the call.</param>
/// <param name="FirstCrane">0-based leftmost crane of its pool under <see cref="CraneRule.Specific"/>; -1 otherwise.</param>
public readonly record struct Assignment(int Quay, int Berth, int Position, int Start, int End, int Cranes = 0, int FirstCrane = -1);

/// <summary>Who lies where, from when to when: one entry for each call of the problem, null for a call that is left out. Immutable.</summary>
public sealed class BerthPlan
{
    private string? hash;

    /// <summary>Creates a plan; nothing is checked here (<c>BerthChecker</c> judges).</summary>
    /// <param name="assignments">One entry for each call, in the problem's order; null for a call that is left out.</param>
    public BerthPlan(IEnumerable<Assignment?> assignments) => Assignments = [.. assignments];

    /// <summary>One entry for each call of the problem, in its order; null for a call that is left out.</summary>
    public ImmutableArray<Assignment?> Assignments { get; }

    /// <summary>
    /// Identity of the plan: SHA-256 in 64 lower-case hexadecimal digits. Equal plans have equal hashes, on every platform.
    /// Hashed are the number of entries, then for each entry one byte, 0 for a call left out, else 1 and behind it quay, berth,
    /// position, start, end, cranes and first crane; all numbers are 32-bit little-endian. The problem is not part of it.
    /// </summary>
    public string Hash => hash ??= ComputeHash();

    private string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[29];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Assignments.Length);
        sha.AppendData(bytes[..4]);
        foreach (var entry in Assignments)
        {
            bytes[0] = entry is null ? (byte)0 : (byte)1;
            sha.AppendData(entry is { } assignment ? Encode(assignment, bytes) : bytes[..1]);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static Span<byte> Encode(Assignment assignment, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], assignment.Quay);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], assignment.Berth);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], assignment.Position);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[13..], assignment.Start);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[17..], assignment.End);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[21..], assignment.Cranes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[25..], assignment.FirstCrane);
        return bytes;
    }
}
