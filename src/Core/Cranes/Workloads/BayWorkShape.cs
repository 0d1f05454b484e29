using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The containers of one bay as documents have them.</summary>
internal static class BayWorkShape
{
    private static readonly Property<int> Vessel = Property<int>.Needed("vessel", "vessel", CraneKinds.VesselId, "id of the vessel");
    private static readonly Property<int> Bay = Property<int>.Needed("bay", "bay", new WholeKind("(a bay)", 1, WorkloadRules.MostBay), "bay as ISO 9711 has it: odd for 20', even for 40'");
    private static readonly Property<TaskPlace> Place = Property<TaskPlace>.Needed("place", "place", new WordKind<TaskPlace>(), TaskPlace.Deck, "deck or hold");
    private static readonly Property<TaskWork> Work = Property<TaskWork>.Needed("work", "work", new WordKind<TaskWork>(), TaskWork.Discharge, "discharge or load");
    private static readonly Property<int> Containers20 = Count("containers20", "20' containers; in an even bay those of both odd bays beside it");
    private static readonly Property<int> Containers40 = Count("containers40", "40' containers; in even bays only");
    private static readonly Property<int> TwinPairs = Count("twinPairs", "pairs of 20' that one lift can take; in even bays only");
    private static readonly Property<int> TwinPercent = Property<int>.Optional("twinPercent", null, new WholeKind("percent", 0, 100), 0, "share of the 20' that are such pairs, instead of `twinPairs`, rounded down to pairs");
    private static readonly Property<int> TandemPairs = Count("tandemPairs", "pairs of 40' that one lift can take");
    private static readonly Property<int> HatchCovers = Property<int>.Optional("hatchCovers", "hatchCovers", new WholeKind("covers", 0, WorkloadRules.MostCovers), 0, "covers over the hold work; the greatest of all entries of a hatch counts");
    private static readonly Property<ImmutableArray<int>> StackLifts = Property<ImmutableArray<int>>.Optional("stackLifts", "stackLifts", new ListKind<int>(new WholeKind("lifts", 0, WorkloadRules.MostContainers)), [], "lifts by stack, at the same index for discharge and load; for double cycling");

    public static readonly Shape<BayWork> Shape = new(
        "bay entry", [Vessel, Bay, Place, Work, Containers20, Containers40, TwinPairs, TwinPercent, TandemPairs, HatchCovers, StackLifts], Read, Write);

    /// <summary>Pairs of a share of the containers.</summary>
    public static int Pairs(int containers, int percent) => (int)((long)containers * percent / 200);

    private static Property<int> Count(string name, string meaning) => Property<int>.Optional(name, name, new WholeKind("containers", 0, WorkloadRules.MostContainers), 0, meaning);

    private static BayWork Read(DocumentObject from)
    {
        var twenties = from.Get(Containers20);
        var pairs = from.Get(TwinPairs);
        if (from.TryGet(TwinPercent, out var percent))
        {
            if (from.Has(TwinPairs))
            {
                from.Fault("twin-form", TwinPercent, "stands beside \"twinPairs\"; expected only one of the two.");
            }

            pairs = Pairs(twenties, percent);
        }

        return new BayWork
        {
            Vessel = from.Get(Vessel),
            Bay = from.Get(Bay),
            Place = from.Get(Place),
            Work = from.Get(Work),
            Containers20 = twenties,
            Containers40 = from.Get(Containers40),
            TwinPairs = pairs,
            TandemPairs = from.Get(TandemPairs),
            HatchCovers = from.Get(HatchCovers),
            StackLifts = from.Get(StackLifts),
        };
    }

    private static void Write(DocumentWriter to, BayWork work)
    {
        to.Put(Vessel, work.Vessel);
        to.Put(Bay, work.Bay);
        to.Put(Place, work.Place);
        to.Put(Work, work.Work);
        to.Put(Containers20, work.Containers20);
        to.Put(Containers40, work.Containers40);
        to.Put(TwinPairs, work.TwinPairs);
        to.Put(TandemPairs, work.TandemPairs);
        to.Put(HatchCovers, work.HatchCovers);
        to.Put(StackLifts, work.StackLifts);
    }
}
