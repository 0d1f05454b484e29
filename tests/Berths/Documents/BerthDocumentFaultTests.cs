using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Documents;

namespace BerthOpt.Tests.Berths;

/// <summary>One broken document for each kind of fault: it gives that fault, at its place, and no other.</summary>
public sealed class BerthDocumentFaultTests
{
    private const string Sound = """
        {
          "formatVersion": "berthopt/berths/1",
          "name": "sound",
          "horizonMinutes": 6000,
          "quays": [
            { "id": "Q1", "lengthMetres": 500 },
            { "id": "Q2", "lengthMetres": 300, "layout": "discrete", "berths": [
              { "id": "B1", "startMetres": 0, "lengthMetres": 150 },
              { "id": "B2", "startMetres": 150, "lengthMetres": 150 } ] }
          ],
          "cranePools": [ { "id": "P1", "count": 3, "quays": ["Q1"], "rule": "total", "outages": [ { "crane": 1, "fromMinutes": 0, "toMinutes": 60 } ] } ],
          "closures": [ { "quay": "Q2", "fromMetres": 0, "toMetres": 100, "fromMinutes": 0, "toMinutes": 60 } ],
          "calls": [
            { "id": "A", "lengthMetres": 100, "arrivalMinutes": 60, "handling": { "minutes": 120 }, "requires": [] },
            { "id": "B", "lengthMetres": 100, "arrivalMinutes": 60, "handling": { "minCranes": 1, "maxCranes": 2, "minutesByCranes": [240, null] },
              "arrivalWindows": [ { "fromMinutes": 0, "toMinutes": 600 } ], "rates": { "waitingPerHour": 5 } }
          ],
          "baseline": [ { "call": "B", "quay": "Q1", "positionMetres": 0, "startMinutes": 60 } ],
          "objective": { "stayWeight": 1 }
        }
        """;

    /// <summary>Old text, new text, code, place, and a part of the message.</summary>
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        // Names and types.
        { "\"name\": \"sound\"", "\"nmae\": \"sound\"", "unknown-property", "/nmae", "Maybe \"name\"" },
        { "\"lengthMetres\": 500", "\"lenghtMeters\": 5, \"lengthMetres\": 500", "unknown-property", "/quays/0/lenghtMeters", "Maybe \"lengthMetres\"" },
        { "\"name\": \"sound\"", "\"a/b~\": 1", "unknown-property", "/a~1b~0", "expected one of" },
        { "\"name\": \"sound\"", "\"\\ud800\": 1", "bad-text", "", "surrogate" },
        { "\"name\": \"sound\"", "\"name\": \"a\", \"name\": \"b\"", "duplicate-property", "/name", "more than once" },
        { "\"horizonMinutes\": 6000,", "", "missing", "", "horizonMinutes" },
        { "\"lengthMetres\": 500", "\"layout\": \"continuous\"", "missing", "/quays/0", "lengthMetres" },
        { "\"minutes\": 120", "\"minutes\": \"120\"", "wrong-type", "/calls/0/handling/minutes", "quotes" },
        { "6000", "\"NaN\"", "wrong-type", "/horizonMinutes", "NaN" },
        { "6000", "null", "wrong-type", "/horizonMinutes", "null" },
        { "6000", "[6000]", "wrong-type", "/horizonMinutes", "a list" },
        { "6000", "1e999", "out-of-range", "/horizonMinutes", "1e999" },
        { "6000", "1e27", "out-of-range", "/horizonMinutes", "expected 60 to" },
        { "6000", "0", "out-of-range", "/horizonMinutes", "expected 60 to" },
        { "6000", "-60", "out-of-range", "/horizonMinutes", "-60" },
        { "[\"Q1\"]", "\"Q1\"", "wrong-type", "/cranePools/0/quays", "brackets" },
        { "\"requires\": []", "\"requires\": [null]", "null-in-list", "/calls/0/requires/0", "should go" },
        { "\"requires\": []", "\"requires\": [7]", "wrong-type", "/calls/0/requires/0", "a number, 7" },
        { "\"requires\": []", "\"requires\": [\"\\udc00\"]", "bad-text", "/calls/0/requires/0", "surrogate" },
        { "\"requires\": []", "\"optional\": \"true\"", "wrong-type", "/calls/0/optional", "quotes" },
        { "{ \"id\": \"Q1\", \"lengthMetres\": 500 },", "{ \"id\": \"Q1\", \"lengthMetres\": 500 }, 5,", "wrong-type", "/quays/1", "an object, quay" },
        { "\"stayWeight\": 1", "\"stayWeight\": 1.5", "not-whole", "/objective/stayWeight", "1.5" },
        { "\"stayWeight\": 1", "\"stayWeight\": -1", "out-of-range", "/objective/stayWeight", "-1" },
        { "\"total\"", "\"totale\"", "unknown-value", "/cranePools/0/rule", "Maybe \"total\"" },
        { "berths/1", "berths/2", "unknown-format", "/formatVersion", "newer" },
        { "\"name\": \"sound\"", "\"origin\": \"2026-05-01T06:00:00\"", "bad-instant", "/origin", "offset" },
        { "\"name\": \"sound\"", "\"origin\": \"2026-02-30T06:00:00Z\"", "bad-instant", "/origin", "2026-02-30" },

        // The grid.
        { "\"arrivalMinutes\": 60, \"handling\": { \"minutes\"", "\"arrivalMinutes\": 90, \"handling\": { \"minutes\"", "off-grid", "/calls/0/arrivalMinutes", "such as 60 or 120" },
        { "\"lengthMetres\": 500", "\"lengthMetres\": 504.9", "off-grid", "/quays/0/lengthMetres", "such as 500 or 510" },
        { "\"waitingPerHour\": 5", "\"waitingPerHour\": 5.5", "off-grid", "/calls/1/rates/waitingPerHour", "costScale" },
        { "\"name\": \"sound\"", "\"grid\": { \"minutesPerSlot\": 0 }", "out-of-range", "/grid/minutesPerSlot", "0.0001" },
        { "\"name\": \"sound\"", "\"grid\": { \"costScale\": 0.5 }", "out-of-range", "/grid/costScale", "0.5" },

        // References.
        { "[\"Q1\"]", "[\"Q\"]", "unknown-reference", "/cranePools/0/quays/0", "Maybe \"Q1\"" },
        { "\"quay\": \"Q2\"", "\"quay\": \"q2\"", "unknown-reference", "/closures/0/quay", "Maybe \"Q2\"" },
        { "\"call\": \"B\"", "\"call\": \"C\"", "unknown-reference", "/baseline/0/call", "id of a call" },
        { "\"crane\": 1", "\"crane\": 4", "unknown-reference", "/cranePools/0/outages/0/crane", "1 to 3" },
        { "\"crane\": 1", "\"crane\": 0", "out-of-range", "/cranePools/0/outages/0/crane", "from 1" },
        { "\"minutes\": 120", "\"minutesByBerth\": { \"B3\": 120 }", "unknown-reference", "/calls/0/handling/minutesByBerth/B3", "Maybe \"B1\"" },
        { "\"minutes\": 120", "\"minutesByBerth\": { \"B1\": 120, \"B1\": 120 }", "duplicate-property", "/calls/0/handling/minutesByBerth/B1", "more than once" },
        { "[ { \"call\": \"B\",", "[ { \"call\": \"B\", \"quay\": \"Q2\", \"positionMetres\": 0, \"startMinutes\": 0 }, { \"call\": \"B\",", "duplicate-entry", "/baseline/1/call", "entry 0" },

        // Times and handling.
        { "\"fromMinutes\": 0, \"toMinutes\": 600", "\"fromMinutes\": 600, \"toMinutes\": 600", "empty-interval", "/calls/1/arrivalWindows/0/toMinutes", "fromMinutes" },
        { "\"toMinutes\": 600 }", "\"toMinutes\": 600 }, { \"fromMinutes\": 540, \"toMinutes\": 660 }", "unordered-windows", "/calls/1/arrivalWindows/1", "ascending" },
        { "\"lengthMetres\": 500", "\"lengthMetres\": 500, \"openMinutes\": 60, \"closeMinutes\": 60", "empty-interval", "/quays/0/closeMinutes", "openMinutes" },
        { "\"minutes\": 120", "", "handling-form", "/calls/0/handling", "no times" },
        { "\"minutes\": 120", "\"minutes\": 120, \"minutesByCranes\": [120]", "handling-form", "/calls/0/handling", "minutes and minutesByCranes" },
        { "\"minutes\": 120", "\"craneMinutes\": 120", "handling-form", "/calls/0/handling", "without \"productivity\"" },
        { "\"minutes\": 120", "\"minutes\": 120, \"productivity\": [1]", "handling-form", "/calls/0/handling", "crane minutes" },
        { "[240, null]", "[240, 180, 120]", "handling-table", "/calls/1/handling/minutesByCranes", "expected 2" },
        { "\"minutes\": 120", "\"minutesByBerthAndCranes\": { \"B1\": [60, 60] }", "handling-table", "/calls/0/handling/minutesByBerthAndCranes", "expected 1" },
        { "\"minutes\": 120", "\"craneMinutes\": 120, \"productivity\": [1, 2]", "handling-table", "/calls/0/handling/productivity", "2 rates" },
        { "\"maxCranes\": 2", "\"maxCranes\": 0", "out-of-range", "/calls/1/handling/maxCranes", "at least the minimum" },

        // Faults that the model finds.
        { "\"id\": \"B2\"", "\"id\": \"B1\"", "duplicate-id", "/quays/1/berths/1/id", "/quays/1/berths/0/id" },
        { "\"id\": \"A\"", "\"id\": \"A\\u0000\"", "bad-id", "/calls/0/id", "control characters" },
        { "\"startMetres\": 150", "\"startMetres\": 140", "berth-misplaced", "/quays/1/berths/1/startMetres", "sections of 10 metres" },
        { "\"layout\": \"discrete\"", "\"layout\": \"continuous\"", "berths-and-layout", "/quays/1/berths", "continuous" },
        { "\"toMetres\": 100", "\"toMetres\": 310", "empty-interval", "/closures/0/toMetres", "Q2" },
        { "\"quays\": [\"Q1\"]", "\"quays\": [\"Q1\", \"Q1\"]", "quay-in-two-pools", "/cranePools/0/quays/1", "\"P1\"" },
        { "\"rule\": \"total\"", "\"rule\": \"total\", \"travel\": { \"setupMinutes\": 0, \"speedMetres\": 10, \"speedMinutes\": 60 }", "needs-specific-cranes", "/cranePools/0", "travel" },
        { "\"requires\": []", "\"rates\": { \"rejectionCost\": 5 }", "rejection-of-mandatory", "/calls/0/rates/rejectionCost", "optional" },
        { "\"requires\": []", "\"pin\": { \"positionMetres\": 0 }", "missing", "/calls/0/pin", "\"quay\" is missing" },
        { "\"requires\": []", "\"earliestStartMinutes\": 120", "out-of-range", "/calls/0/earliestStartMinutes", "slots of 60 minutes" },
        { "\"stayWeight\": 1", "\"constantCost\": 9000000000000000000", "cost-overflow", "/objective", "cost scale" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_fault_is_told_once_at_its_place(string old, string with, string code, string place, string message)
    {
        var text = Broken(old, with);

        BerthDocument.TryRead(Encoding.UTF8.GetBytes(text), out _, out var faults);

        var fault = Assert.Single(faults);
        Assert.Equal((code, place), (fault.Code, fault.Place));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_place_exists_in_the_document(string old, string with, string code, string place, string message)
    {
        _ = (code, message);
        using var document = JsonDocument.Parse(Broken(old, with));

        Assert.True(Pointers.Resolves(document.RootElement, place), place);
    }

    [Fact]
    public void The_sound_document_is_sound() => BerthDocument.Read(Encoding.UTF8.GetBytes(Sound));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var text = Sound
            .Replace("\"total\"", "\"totale\"", StringComparison.Ordinal)
            .Replace("\"fromMinutes\": 0, \"toMinutes\": 600", "\"fromMinutes\": 0, \"toMinutes\": 610", StringComparison.Ordinal)
            .Replace("\"quay\": \"Q2\"", "\"quay\": \"Q3\"", StringComparison.Ordinal)
            .Replace("[240, null]", "[240, null, 120]", StringComparison.Ordinal)
            .Replace("\"startMetres\": 150", "\"startMetres\": 140", StringComparison.Ordinal)
            .Replace("\"id\": \"B\"", "\"id\": \"A\"", StringComparison.Ordinal)
            .Replace("\"name\"", "\"title\"", StringComparison.Ordinal);

        BerthDocument.TryRead(Encoding.UTF8.GetBytes(text), out _, out var faults);

        Assert.Equal(
            [
                "/baseline/0/call unknown-reference", "/calls/1/arrivalWindows/0/toMinutes off-grid", "/calls/1/handling/minutesByCranes handling-table",
                "/calls/1/id duplicate-id", "/closures/0/quay unknown-reference", "/cranePools/0/rule unknown-value", "/quays/1/berths/1/startMetres berth-misplaced",
                "/title unknown-property",
            ],
            faults.Select(fault => $"{fault.Place} {fault.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_hundred_and_first_fault_says_how_many_more()
    {
        var calls = string.Join(',', Enumerable.Repeat("{}", 200));
        BerthDocument.TryRead(Encoding.UTF8.GetBytes($"{{\"calls\":[{calls}]}}"), out _, out var faults);

        Assert.Equal(DocumentFaults.Most + 1, faults.Length);
        Assert.Equal("too-many-faults", faults[^1].Code);

        // Version, horizon and quays are missing, and of each call its id, length, arrival and handling.
        Assert.Contains($" {3 + (200 * 4) - DocumentFaults.Most} more", faults[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirds_and_binary_noise_lie_on_the_grid()
    {
        var thirds = Sound.Replace("\"name\": \"sound\"", "\"grid\": { \"costScale\": 3 }", StringComparison.Ordinal).Replace("\"waitingPerHour\": 5", "\"waitingPerHour\": 0.3333333333", StringComparison.Ordinal);
        Assert.Equal(1, BerthDocument.Read(Encoding.UTF8.GetBytes(thirds)).Calls[1].Rates.Waiting);
        var noisy = Sound.Replace("\"lengthMetres\": 500", "\"lengthMetres\": 500.0000000000001", StringComparison.Ordinal);
        Assert.Equal(50, BerthDocument.Read(Encoding.UTF8.GetBytes(noisy)).Quays[0].Length);
    }

    private static string Broken(string old, string with)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        var at = Sound.IndexOf(old, StringComparison.Ordinal);
        return Sound[..at] + with + Sound[(at + old.Length)..];
    }
}
