using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BerthOpt.Cranes;

/// <summary>Who does one task, from when to when.</summary>
/// <param name="Crane">Index of the crane.</param>
/// <param name="Start">First slot of work.</param>
/// <param name="End">First slot behind the work: start plus the handling time of this crane.</param>
public readonly record struct TaskAssignment(int Crane, int Start, int End);

/// <summary>Which crane does which task, from when to when: one entry for each task of the problem. Immutable.</summary>
public sealed class CranePlan
{
    private string? hash;

    /// <summary>Creates a plan; nothing is checked here (<c>CraneChecker</c> judges).</summary>
    /// <param name="assignments">One entry for each task, in the problem's order.</param>
    public CranePlan(IEnumerable<TaskAssignment> assignments) => Assignments = [.. assignments];

    /// <summary>One entry for each task of the problem, in its order.</summary>
    public ImmutableArray<TaskAssignment> Assignments { get; }

    /// <summary>
    /// Identity of the plan: SHA-256 in 64 lower-case hexadecimal digits. Equal plans have equal hashes, on every platform.
    /// Hashed are the number of entries, then crane, start and end of each; all numbers are 32-bit little-endian. The problem is not part of it.
    /// </summary>
    public string Hash => hash ??= ComputeHash();

    private string ComputeHash()
    {
        var bytes = new byte[4 + (12 * Assignments.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Assignments.Length);
        for (var task = 0; task < Assignments.Length; task++)
        {
            var entry = bytes.AsSpan(4 + (12 * task));
            BinaryPrimitives.WriteInt32LittleEndian(entry, Assignments[task].Crane);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], Assignments[task].Start);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], Assignments[task].End);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
