using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Discrete berths, handling by berth. Numbers parted by white space, line breaks mean nothing:
/// <code>
/// N M; N arrivals; M openings of berths; N x M handling times; M closings of berths; N latest departures; at most N more numbers
/// </code>
/// Cost: the sum of departure - arrival. A handling time of 99999 and more is forbidden; in a file that has no such time and
/// whose greatest is exactly 200, so is 200 (Cordeau et al. 2005). Numbers behind the latest departures have no meaning here.
/// Variant <c>soft</c>: no closings, and the latest departures are due times without a price, as in the published values
/// (i02 of Cordeau et al. has no plan that keeps them). Variant <c>deadlines</c>: both are kept.
/// A berth is one section, a hull fills it.
/// </summary>
internal sealed class DbapFormat : IBerthFormat
{
    private const string Soft = "soft";
    private const int ForbiddenFrom = 99_999;
    private const int CordeauForbidden = 200;

    public BerthFormat Format => BerthFormat.Dbap;

    public ImmutableArray<string> Variants => [Soft, "deadlines"];

    public BerthFeatures Says => BerthFeatures.DiscreteQuay | BerthFeatures.OpeningTimes | BerthFeatures.HandlingByBerth | BerthFeatures.TimeLimits;

    public bool HasUnits => false;

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults());
        return int.TryParse(cursor.Next().Text, out var vessels) && int.TryParse(cursor.Next().Text, out var berths)
            && vessels > 0 && berths > 0 && TokenCursor.TryDecimal(cursor.Next().Text, out _);
    }

    public BerthInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults);
        var vessels = cursor.Int("the number of vessels", 1, 1_000_000);
        var berths = cursor.Int("the number of berths", 1, 100_000);
        faults.ThrowIfAny();
        var arrivals = Row(cursor, vessels, "an arrival", 0);
        var openings = Row(cursor, berths, "a berth's opening", 0);
        var handling = Row(cursor, (long)vessels * berths, "a handling time", 1);
        var closings = Row(cursor, berths, "a berth's closing", 0);
        var latest = Row(cursor, vessels, "a latest departure", 0);
        var trailing = Trailing(cursor, vessels);
        var greatest = handling.Max();
        var forbidden = greatest == CordeauForbidden ? CordeauForbidden : ForbiddenFrom;
        for (var index = 0; index < handling.Count; index++)
        {
            handling[index] = handling[index] >= forbidden ? Handling.Forbidden : handling[index];
        }

        var keep = variant != Soft;
        for (var berth = 0; berth < berths && keep; berth++)
        {
            if (closings[berth] <= openings[berth])
            {
                faults.Add("empty-interval", cursor.Line, $"ends a file whose berth {berth + 1} closes at {closings[berth]}; expected later than its opening, {openings[berth]}. Maybe variant \"{Soft}\" is meant, which ignores closings.");
            }
        }

        var horizon = Horizon(arrivals, openings, handling);
        horizon = keep ? Math.Min(horizon, closings.Max()) : horizon;
        if (horizon > BerthProblem.MaxExtent)
        {
            faults.Add("out-of-range", cursor.Line, $"ends a file whose plans may last {horizon} slots; expected at most {BerthProblem.MaxExtent}.");
        }

        faults.ThrowIfAny();
        var problem = new BerthProblem(new BerthParts
        {
            Name = source.Name,
            Horizon = (int)horizon,
            Quays =
            [
                new Quay
                {
                    Id = "quay",
                    Length = berths,
                    Layout = QuayLayout.Discrete,
                    Berths = [.. openings.Select((open, index) => new Berth { Id = Numbers.Show(index + 1), Start = index, Length = 1, Open = open, Close = keep ? closings[index] : int.MaxValue })],
                },
            ],
            Calls = [.. arrivals.Select((arrival, index) => new Call
            {
                Id = Numbers.Show(index + 1),
                Length = 1,
                Arrival = arrival,
                Handling = Handling.ByBerth([.. handling.GetRange(index * berths, berths)]),
                Due = keep ? Call.Never : latest[index],
                Deadline = keep ? latest[index] : Call.Never,
                Rates = new Rates { Waiting = 1, Stay = 1 },
            })],
        });
        var extras = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        extras["forbidden"] = Numbers.Show(forbidden);
        extras["closings"] = string.Join(' ', closings);
        extras["trailing"] = trailing;
        return new BerthInstance { Problem = problem, Format = Format, Variant = variant, Extras = extras.ToImmutable() };
    }

    public string Write(BerthInstance instance)
    {
        var problem = instance.Problem;
        var berths = problem.Quays.SelectMany(quay => quay.Berths).ToArray();
        var soft = instance.Variant == Soft;
        int Until(int slot) => slot == Call.Never ? problem.Horizon : Math.Min(slot, BerthProblem.MaxExtent);
        var text = new StringBuilder().Append($"{problem.Calls.Length}\n{berths.Length}\n");
        Line(text, problem.Calls.Select(call => call.Arrival));
        Line(text, berths.Select(berth => berth.Open));
        var forbidden = instance.Extras.GetValueOrDefault("forbidden", Numbers.Show(ForbiddenFrom));
        foreach (var call in problem.Calls)
        {
            var row = Enumerable.Range(0, berths.Length).Select(berth => call.Handling.Work[call.Handling.BerthRows == 1 ? 0 : berth * call.Handling.CraneColumns]);
            text.AppendJoin(' ', row.Select(slots => slots == Handling.Forbidden ? forbidden : Numbers.Show(slots))).Append('\n');
        }

        if (soft && instance.Extras.TryGetValue("closings", out var closings))
        {
            text.Append(closings).Append('\n');
        }
        else
        {
            Line(text, berths.Select(berth => Until(berth.Close)));
        }

        Line(text, problem.Calls.Select(call => Until(soft ? call.Due : call.Deadline)));
        if (instance.Extras.TryGetValue("trailing", out var trailing) && trailing.Length > 0)
        {
            text.Append(trailing).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// A horizon that binds no optimal plan. In an optimal plan without idle time, every berth works without a pause from A, the last
    /// arrival or opening, on. Say vessel i leaves last, at C. At its own berth k, C is at most A and all handling that k may get.
    /// And every other berth that i may use is busy until C less i's handling there, or i would move; so the K berths of i
    /// share at least K (C - A - max h_i) slots of the others' handling.
    /// </summary>
    private static long Horizon(List<int> arrivals, List<int> openings, List<int> handling)
    {
        var berths = openings.Count;
        var byBerth = new long[berths];
        var worst = new long[arrivals.Count];
        var choices = new int[arrivals.Count];
        for (var index = 0; index < handling.Count; index++)
        {
            var slots = handling[index];
            if (slots != Handling.Forbidden)
            {
                byBerth[index % berths] += slots;
                worst[index / berths] = Math.Max(worst[index / berths], slots);
                choices[index / berths]++;
            }
        }

        var total = worst.Sum();
        long last = 1;
        for (var vessel = 0; vessel < worst.Length; vessel++)
        {
            if (choices[vessel] > 0)
            {
                var alone = Enumerable.Range(0, berths).Where(berth => handling[(vessel * berths) + berth] != Handling.Forbidden).Max(berth => byBerth[berth]);
                last = Math.Max(last, Math.Min(alone, worst[vessel] + ((total - worst[vessel]) / choices[vessel])));
            }
        }

        return Math.Max(arrivals.Max(), openings.Max()) + last;
    }

    private static List<int> Row(TokenCursor cursor, long count, string what, int min)
    {
        var row = new List<int>();
        for (long index = 0; index < count; index++)
        {
            row.Add(cursor.Int(what, min, BerthProblem.MaxExtent));
        }

        return row;
    }

    private static string Trailing(TokenCursor cursor, int most)
    {
        var text = new StringBuilder();
        var count = 0;
        for (var token = cursor.Next(); !token.IsEmpty; token = cursor.Next())
        {
            if (!TokenCursor.TryDecimal(token.Text, out _))
            {
                cursor.Faults.Add("bad-number", token.Line, $"has {FormatFaults.Show(token.Text)} behind the latest departures; expected numbers or nothing.");
            }

            if (++count > most)
            {
                throw cursor.Faults.Fatal("unexpected-token", token.Line, $"has more than {most} numbers behind the latest departures; expected at most one for each vessel. Maybe the first number, N, or the second, M, is wrong.");
            }

            text.Append(text.Length == 0 ? "" : " ").Append(token.Text);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<int> numbers) => text.AppendJoin(' ', numbers).Append('\n');
}
