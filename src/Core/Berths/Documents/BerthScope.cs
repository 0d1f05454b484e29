using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What the parts of a berth document need of one another: the quays, once they are read.</summary>
internal sealed class BerthScope : DocumentScope
{
    public const string Quay = "quay";
    public const string Berth = "berth";
    public const string Call = "call";
    public const string Pool = "crane pool";

    public ImmutableArray<Quay> Quays { get; private set; } = [];

    /// <summary>Number of berths of all quays.</summary>
    public int Berths { get; private set; }

    /// <summary>For each call of the baseline, its number in the document's list.</summary>
    public Dictionary<int, int> BaselinePlaces { get; } = [];

    /// <summary>The crane pools of a problem that is known.</summary>
    public ImmutableArray<CranePool> Pools { get; private set; } = [];

    /// <summary>Number of cranes of the pool that is being read.</summary>
    public int Cranes { get; set; }

    /// <summary>What is at hand once a whole problem is known.</summary>
    public static BerthScope Of(BerthProblem problem)
    {
        var scope = new BerthScope();
        scope.Use(problem);
        return scope;
    }

    public void Use(BerthProblem problem)
    {
        Use(problem.Grid, known: true);
        Use(problem.Quays);
        Use(problem.Calls);
        Pools = problem.CranePools;
        Declare(Pool, Pools.Select(pool => pool.Id));
    }

    public void Use(Grid grid, bool known) => Units = new Units(grid.MinutesPerSlot, grid.MetresPerSection, grid.CostScale, known);

    public void Use(ImmutableArray<Quay> quays)
    {
        Quays = quays;
        Declare(Quay, quays.Select(quay => quay.Id));
        Declare(Berth, quays.SelectMany(quay => quay.Berths).Select(berth => berth.Id));
        Berths = Ids(Berth).Names.Count;
    }

    public void Use(ImmutableArray<Call> calls) => Declare(Call, calls.Select(call => call.Id));

    /// <summary>Length of a quay; when that quay is unknown, as long as any.</summary>
    public int LengthOf(int quay) => quay >= 0 && quay < Quays.Length ? Quays[quay].Length : BerthProblem.MaxExtent;

    /// <summary>The model's baseline has one entry for each call; the document's lists some by id.</summary>
    protected override string InDocument(string place)
    {
        const string entries = "/baseline/entries/";
        var end = place.StartsWith(entries, StringComparison.Ordinal) ? place.IndexOf('/', entries.Length) : -1;
        return end > 0 && int.TryParse(place[entries.Length..end], out var call) && BaselinePlaces.TryGetValue(call, out var number)
            ? $"/baseline/{number}{place[end..]}"
            : place;
    }

    protected override string Unit(string place) =>
        place.EndsWith("Minutes", StringComparison.Ordinal) ? $" (In slots of {Show.Number(Units.MinutesPerSlot)} minutes.)" : base.Unit(place);
}
