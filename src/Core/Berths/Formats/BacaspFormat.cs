using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Continuous quay, specific cranes, a constant number of them for a call (BACASP; Correcher, Perea and Alvarez-Valdes 2024):
/// <code>
/// L H Q n                                       quay sections of 10 m, horizon in hours, cranes, vessels
/// C speed setup                                 may be missing: crane speed in sections an hour, setup in hours
/// l a d c1 c2 c3 p qmin qmax h(qmin)..h(qmax)   one line a vessel; positions count from 1
/// </code>
/// Cost: the sum of <c>c1 |x - p| + c2 max(0, s - a) + c3 max(0, s + h(q) - 1 - d)</c>; the due time is therefore d + 1 hour.
/// A slot is an hour where all times are whole hours, else 3 minutes (times must then be whole multiples of 0.05 h). Numbers of cranes
/// above Q are left out. Plans end by H. Variants: <c>discrete</c> and <c>continuous</c> are the same problem, without crane
/// travel (continuous positions and times gain nothing where all data are whole; on the 3-minute grid a plan in continuous time could
/// be a little cheaper); <c>setup</c> adds the crane travel of line C, always on the 3-minute grid.
/// </summary>
internal sealed class BacaspFormat : IBerthFormat
{
    private const string Setup = "setup";
    private const int FineSlotsPerHour = 20;

    public BerthFormat Format => BerthFormat.Bacasp;

    public ImmutableArray<string> Variants => ["discrete", "continuous", Setup];

    public BerthFeatures Says => BerthFeatures.ContinuousQuay | BerthFeatures.HandlingByCranes | BerthFeatures.SpecificCranes | BerthFeatures.CraneTravel;

    public bool HasUnits => true;

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults());
        cursor.FirstLine();
        for (var number = 0; number < 4; number++)
        {
            if (!int.TryParse(cursor.NextOfLine().Text, out _))
            {
                return false;
            }
        }

        if (!cursor.NextOfLine().IsEmpty || !cursor.NextLine())
        {
            return false;
        }

        var first = cursor.NextOfLine();
        var words = 1;
        while (!cursor.NextOfLine().IsEmpty)
        {
            words++;
        }

        return first.Text is "C" ? words == 3 : words >= 10;
    }

    public BerthInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults);
        var length = cursor.Int("the quay length L", 1, BerthProblem.MaxExtent);
        var hours = cursor.Int("the horizon H", 1, BerthProblem.MaxExtent);
        var cranes = cursor.Int("the number of cranes Q", 1, 10_000);
        var count = cursor.Int("the number of vessels n", 1, 1_000_000);
        NoMore(cursor, "L H Q n");
        faults.ThrowIfAny();
        (decimal Speed, decimal Setup)? travel = null;
        var vessels = new List<BacaspVessel>();
        while (cursor.NextLine())
        {
            var line = cursor.Line;
            var first = cursor.NextOfLine();
            if (first.Text is "C" && vessels.Count == 0 && travel is null)
            {
                travel = (cursor.Decimal(cursor.NextOfLine(), "the crane speed", 0.001m, BerthProblem.MaxExtent), cursor.Decimal(cursor.NextOfLine(), "the crane setup", 0, BerthProblem.MaxExtent));
                NoMore(cursor, "C speed setup");
            }
            else if (vessels.Count == count)
            {
                throw faults.Fatal("unexpected-token", line, $"has {FormatFaults.Show(first.Text)} behind the last of {count} vessels; expected the end of the file. Maybe n on the first line is too small.");
            }
            else if (BacaspVessel.Read(cursor, first, cranes) is { } vessel)
            {
                vessels.Add(vessel);
                NoMore(cursor, "l a d c1 c2 c3 p qmin qmax and a time for each number of cranes");
            }
        }

        if (vessels.Count < count && faults.Count == 0)
        {
            throw cursor.Missing($"{count} vessels, as the first line says (found {vessels.Count})");
        }

        if (variant == Setup && travel is null)
        {
            faults.Add("variant-without-data", 2, "has no crane speed and setup; expected \"C speed setup\" there for variant \"setup\". Maybe variant \"discrete\" is meant.");
        }

        var perHour = variant != Setup && vessels.All(vessel => vessel.IsWhole) ? 1 : FineSlotsPerHour;
        if ((long)hours * perHour > BerthProblem.MaxExtent)
        {
            faults.Add("out-of-range", 1, $"has a horizon of {hours} hours; expected at most {BerthProblem.MaxExtent / perHour}.");
        }

        var scale = vessels.Aggregate(1, (scale, vessel) => Math.Max(scale, vessel.CostScale(perHour)));
        foreach (var vessel in vessels)
        {
            vessel.Check(perHour, scale, faults);
        }

        faults.ThrowIfAny();
        var problem = new BerthProblem(new BerthParts
        {
            Name = source.Name,
            Grid = new Grid { MinutesPerSlot = 60 / perHour, MetresPerSection = 10, CostScale = scale },
            Horizon = hours * perHour,
            Quays = [new Quay { Id = "quay", Length = length }],
            CranePools = [new CranePool { Id = "cranes", Count = cranes, Quays = [0], Travel = variant == Setup ? Travel(travel!.Value, faults) : null }],
            Calls = [.. vessels.Select((vessel, index) => vessel.Call(index, perHour, scale))],
        });
        return new BerthInstance
        {
            Problem = problem,
            Format = Format,
            Variant = variant,
            PlanUnits = new PlanUnits { TimePerSlot = 1m / perHour, PositionOrigin = 1 },
            Extras = Extras(travel, vessels),
        };
    }

    public string Write(BerthInstance instance)
    {
        var problem = instance.Problem;
        var perHour = problem.Grid.MinutesPerSlot == 60 ? 1 : FineSlotsPerHour;
        var pool = problem.CranePools.FirstOrDefault();
        var text = new StringBuilder().Append($"{problem.Quays[0].Length} {problem.Horizon / perHour} {pool?.Count ?? 1} {problem.Calls.Length}\n");
        if (pool?.Travel is { } travel)
        {
            text.Append($"C {Numbers.Show((decimal)travel.SpeedSections * FineSlotsPerHour / travel.SpeedSlots)} {Numbers.Show((decimal)travel.SetupSlots / FineSlotsPerHour)}\n");
        }
        else if (instance.Extras.TryGetValue("cranes", out var cranes))
        {
            text.Append($"C {cranes}\n");
        }

        for (var index = 0; index < problem.Calls.Length; index++)
        {
            BacaspVessel.Write(text, problem, index, perHour, instance.Extras.GetValueOrDefault(Beyond(index)));
        }

        return text.ToString();
    }

    private static ImmutableSortedDictionary<string, string> Extras((decimal Speed, decimal Setup)? travel, List<BacaspVessel> vessels)
    {
        var extras = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (travel is { } crane)
        {
            extras["cranes"] = $"{Numbers.Show(crane.Speed)} {Numbers.Show(crane.Setup)}";
        }

        for (var index = 0; index < vessels.Count; index++)
        {
            if (vessels[index].Beyond.Length > 0)
            {
                extras[Beyond(index)] = vessels[index].Beyond;
            }
        }

        return extras.ToImmutable();
    }

    /// <summary>Name of the extra that holds the times of more cranes than there are.</summary>
    private static string Beyond(int vessel) => $"handling-beyond-cranes/{vessel + 1}";

    private static CraneTravel Travel((decimal Speed, decimal Setup) travel, FormatFaults faults)
    {
        // Sections an hour as a fraction of sections in slots: thousandths are as fine as a speed may be said.
        var thousandths = travel.Speed * 1000;
        var setup = travel.Setup * FineSlotsPerHour;
        if (thousandths != decimal.Truncate(thousandths) || thousandths > int.MaxValue || setup != decimal.Truncate(setup) || setup > BerthProblem.MaxExtent)
        {
            faults.Add("off-grid", 2, $"has a crane speed of {Numbers.Show(travel.Speed)} and a setup of {Numbers.Show(travel.Setup)}; expected a speed in whole thousandths and a setup in whole multiples of 0.05 h.");
            faults.ThrowIfAny();
        }

        var common = (int)BigInteger.GreatestCommonDivisor((BigInteger)thousandths, 1000 * FineSlotsPerHour);
        return new CraneTravel { SetupSlots = (int)setup, SpeedSections = (int)thousandths / common, SpeedSlots = 1000 * FineSlotsPerHour / common };
    }

    private static void NoMore(TokenCursor cursor, string expected)
    {
        if (cursor.NextOfLine() is { IsEmpty: false } token)
        {
            cursor.Faults.Add("unexpected-token", token.Line, $"has {FormatFaults.Show(token.Text)} too many; expected {expected}.");
        }
    }
}
