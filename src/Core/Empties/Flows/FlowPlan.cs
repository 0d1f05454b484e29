using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BerthOpt.Empties.Flows;

/// <summary>How much goes over each arc, and prices of nodes that prove how good that is. Immutable.</summary>
public sealed class FlowPlan
{
    private string? hash;

    /// <summary>Creates a plan; nothing is checked here (<see cref="FlowChecker"/> judges).</summary>
    /// <param name="flows">Units over each arc, in the problem's order.</param>
    /// <param name="potentials">Price of each node; null for a plan without proof.</param>
    public FlowPlan(IEnumerable<long> flows, IEnumerable<long>? potentials = null)
    {
        Flows = [.. flows];
        Potentials = potentials is null ? [] : [.. potentials];
    }

    /// <summary>Units over each arc, in the problem's order.</summary>
    public ImmutableArray<long> Flows { get; }

    /// <summary>
    /// Price of each node; empty where nobody gave any. With <c>reduced cost = cost + potential(tail) - potential(head)</c> a plan is the best
    /// if arcs of a reduced cost above 0 carry their least flow, and those below 0 their greatest.
    /// </summary>
    public ImmutableArray<long> Potentials { get; }

    /// <summary>Price of a unit of each shared room, at least 0, in the unit of <see cref="PriceScale"/>; empty where nobody gave any.</summary>
    public ImmutableArray<long> Prices { get; init; } = [];

    /// <summary>Potentials and prices count in this part of a unit of cost: 1 for whole units (the default), 64 for 64ths; 1 to 1,048,576.</summary>
    public int PriceScale { get; init; } = 1;

    /// <summary>
    /// Identity of the plan: SHA-256 in 64 lower-case hexadecimal digits. Equal flows have equal hashes, on every platform.
    /// Hashed are the number of arcs (32 bits) and the flow of each (64 bits), little-endian. Neither the problem nor potentials and prices are part of it.
    /// </summary>
    public string Hash => hash ??= ComputeHash();

    private string ComputeHash()
    {
        var bytes = new byte[4 + (8 * Flows.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Flows.Length);
        for (var arc = 0; arc < Flows.Length; arc++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(4 + (8 * arc)), Flows[arc]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
