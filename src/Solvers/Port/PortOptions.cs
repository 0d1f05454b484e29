using BerthOpt.Search;

namespace BerthOpt.Port;

/// <summary>Limits of each stage of a <see cref="PortSolver"/> run. With work limits alone, the same seed gives the same result.</summary>
public sealed record PortOptions
{
    /// <summary>For each run of the berth solver; default 5 seconds.</summary>
    public SolverOptions Berths { get; init; } = new() { TimeLimit = TimeSpan.FromSeconds(5) };

    /// <summary>For each single crane problem of the <see cref="HandlingTimeTable"/>, and the threads that share them; default a work limit of 200,000 and 2 seconds.</summary>
    public SolverOptions Table { get; init; } = new() { TimeLimit = TimeSpan.FromSeconds(2), WorkLimit = 200_000 };

    /// <summary>For the crane schedule of each rail; default 5 seconds.</summary>
    public SolverOptions Cranes { get; init; } = new() { TimeLimit = TimeSpan.FromSeconds(5) };

    /// <summary>Rounds of improvement: how often the berths are planned anew with the times that the crane schedule took; 0 to 20; default 1.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Slots that it costs when a crane joins a call; null for <see cref="CraneSplit.JoinSlots"/>. Default null.</summary>
    public int? JoinSlots { get; init; }

    /// <summary>Whether bays that know their stacks are double-cycled; default false.</summary>
    public bool DoubleCycling { get; init; }

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        Berths.Validate();
        Table.Validate();
        Cranes.Validate();
        if (Rounds is < 0 or > 20)
        {
            throw new ArgumentOutOfRangeException(nameof(Rounds), Rounds, "Expected 0 to 20.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(JoinSlots ?? 0, nameof(JoinSlots));
    }
}
