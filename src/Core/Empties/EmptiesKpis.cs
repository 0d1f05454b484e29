using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Empties.Checking;

namespace BerthOpt.Empties;

/// <summary>What one mode of transport does in a plan.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Moves">Containers carried; each counts once for every voyage or link that it takes.</param>
/// <param name="Teu">The same in TEU.</param>
/// <param name="Cost">Cost of carrying them, handling left out.</param>
public sealed record ModeKpis(TransportMode Mode, long Moves, double Teu, long Cost);

/// <summary>What an equipment controller asks of a plan. Meant for plans that the checker finds valid; any plan gives finite numbers.</summary>
public sealed record EmptiesKpis
{
    private EmptiesKpis()
    {
    }

    /// <summary>Containers asked for.</summary>
    public required long Asked { get; init; }

    /// <summary>Containers asked for that are given.</summary>
    public required long Given { get; init; }

    /// <summary><c>given / asked</c>; 1 when nothing is asked for.</summary>
    public required double Fulfilment { get; init; }

    /// <summary>Days that containers wait at locations, all together.</summary>
    public required double IdleDays { get; init; }

    /// <summary>Days that containers are on hire, all together.</summary>
    public required double LeasedDays { get; init; }

    /// <summary>Moves and cost by mode, those without moves left out.</summary>
    public required ImmutableArray<ModeKpis> Modes { get; init; }

    /// <summary>Containers that are loaded on voyages, and so many discharged.</summary>
    public required long Loads { get; init; }

    /// <summary>TEU on legs over the TEU that there is room for, of legs with a limit that depart within the plan; 0 without such legs.</summary>
    public required double LegUse { get; init; }

    /// <summary>TEU moved inland by train or barge over TEU moved inland by train, barge or truck; 0 when none is.</summary>
    public required double SeaRailShare { get; init; }

    /// <summary>CO2 of all moves, in kilograms.</summary>
    public required double Co2Kilograms { get; init; }

    /// <summary>Containers in stock or on their way when the plan ends.</summary>
    public required long AtTheEnd { get; init; }

    /// <summary>Measures a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan; entries that name what there is not are left out.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EmptiesKpis Of(EmptiesProblem problem, EmptiesPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var known = KnownEntries.Of(problem, plan, new FaultLog<EmptiesFault>(0, (code, location, period, message) => new EmptiesFault(code, location, period, message)));
        var ledger = StockLedger.Of(problem, known);
        var use = WayUse.Of(problem, known);
        var days = (double)problem.Grid.HoursPerPeriod / 24;
        var asked = problem.Demands.Sum(demand => (long)demand.Count);
        var given = GivenCheck.ByDemand(problem, known).Sum();
        var modes = ModeUse.Of(problem, known);
        double Inland(params ReadOnlySpan<TransportMode> some)
        {
            var sum = 0.0;
            foreach (var mode in some)
            {
                sum += modes.Where(its => its.Mode == mode).Sum(its => its.Teu);
            }

            return sum;
        }

        return new EmptiesKpis
        {
            Asked = asked,
            Given = given,
            Fulfilment = asked == 0 ? 1 : (double)given / asked,
            IdleDays = days * ledger.Accounts.Values.Sum(postings => (double)Waiting.PaidPeriods(postings, 0, problem.Periods)),
            LeasedDays = days * LeaseCheck.HiredPeriods(problem, known),
            Modes = modes,
            Loads = known.Voyages.Sum(move => (long)move.Count),
            LegUse = ModeUse.LegUse(problem, use),
            SeaRailShare = Share(Inland(TransportMode.Train, TransportMode.Barge), Inland(TransportMode.Train, TransportMode.Barge, TransportMode.Truck)),
            Co2Kilograms = ModeUse.Co2Kilograms(problem, use),
            AtTheEnd = ledger.Accounts.Values.Sum(postings => postings.Sum(posting => posting.Came - posting.Went)),
        };
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
