using System.Buffers;
using System.Text;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Berths;

public sealed class BerthDocumentTests
{
    [Property(MaxTest = 200)]
    public void What_is_written_reads_back_in_all_parts(ulong seed)
    {
        var problem = RandomBerthDocuments.Create(seed);

        var read = BerthDocument.Read(Bytes(problem));

        Assert.Equivalent(problem.Parts, read.Parts, strict: true);
        Assert.Equal(problem.Grid.Origin?.Offset, read.Grid.Origin?.Offset);
        Assert.Equal(problem.Features, read.Features);
    }

    [Property(MaxTest = 100)]
    public void Writing_what_was_read_gives_the_same_bytes(ulong seed)
    {
        var bytes = Bytes(RandomBerthDocuments.Create(seed));

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(Bytes(BerthDocument.Read(bytes))));
    }

    [Fact]
    public void Names_stand_in_files_as_they_are()
    {
        var text = Encoding.UTF8.GetString(Bytes(new BerthProblem(new BerthParts { Horizon = 10, Quays = [new Quay { Id = "Quai \"d'Anvers\" <北> & Süd", Length = 10 }] })));

        Assert.Contains("\"Quai \\\"d'Anvers\\\" <北> & Süd\"", text, StringComparison.Ordinal);
    }

    /// <summary>The law above would be weak if these documents left anything out.</summary>
    [Fact]
    public void Random_documents_hold_every_property()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(seed => Encoding.UTF8.GetString(Bytes(RandomBerthDocuments.Create((ulong)seed)))));

        Assert.All(DocumentVocabulary.Shapes(BerthDocumentShape.Shape).SelectMany(shape => shape.Properties), property => Assert.Contains($"\"{property.Name}\":", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stream_gets_the_same_bytes_and_line_breaks_change_nothing()
    {
        var problem = RandomBerthDocuments.Create(7);
        using var plain = new MemoryStream();
        using var indented = new MemoryStream();

        BerthDocument.Write(problem, plain);
        BerthDocument.Write(problem, indented, indented: true);

        Assert.Equal(Bytes(problem), plain.ToArray());
        Assert.True(indented.Length > plain.Length);
        Assert.Equal(Bytes(problem), Bytes(BerthDocument.Read(indented.ToArray())));
    }

    [Fact]
    public void Units_are_minutes_metres_and_costs()
    {
        var problem = BerthDocument.Read("""
            {
              "formatVersion": "berthopt/berths/1", "origin": "2026-05-01T06:00:00+02:00",
              "grid": { "minutesPerSlot": 30, "metresPerSection": 25, "costScale": 10 },
              "horizonMinutes": 2880,
              "quays": [ { "id": "Q", "lengthMetres": 600, "depths": [ { "fromMetres": 0, "toMetres": 300, "depthMetres": 14.5 } ] } ],
              "cranePools": [ { "id": "P", "count": 3, "quays": ["Q"], "outages": [ { "crane": 3, "fromMinutes": 60, "toMinutes": 120 } ] } ],
              "closures": [ { "quay": "Q", "fromMetres": 500, "fromMinutes": 0, "toMinutes": 60 } ],
              "calls": [ {
                "id": "A", "lengthMetres": 200, "arrivalMinutes": 90, "draughtMetres": 14.2,
                "handling": { "minCranes": 1, "maxCranes": 2, "craneMinutes": 600, "productivity": [1, 1.866], "deviationLossPerMetre": 0.0004 },
                "rates": { "waitingPerHour": 500, "deviationPerMetre": 0.4 }, "optional": null } ]
            }
            """u8);

        var call = problem.Calls[0];
        Assert.Equal(96, problem.Horizon);
        Assert.Equal((24, new DepthStretch(0, 12, 1450)), (problem.Quays[0].Length, problem.Quays[0].Depths[0]));
        Assert.Equal(new CraneOutage(2, new Interval(2, 4)), problem.CranePools[0].Outages[0]);
        Assert.Equal(new Interval(20, 24), problem.Closures[0].Sections);
        Assert.Equal((8, 3, 1420), (call.Length, call.Arrival, call.DraughtCentimetres));
        Assert.Equal([20], call.Handling.Work);
        Assert.Equal([1000, 1866], call.Handling.Productivity);
        Assert.Equal(10_000, call.Handling.DeviationLossPpm);
        Assert.Equal((2500, 100), (call.Rates.Waiting, call.Rates.Deviation));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 6, 0, 0, TimeSpan.FromHours(2)), problem.Grid.Origin);
    }

    [Theory]
    [InlineData("{\"formatVersion\":\"berthopt/berths/1\",\"quays\":[", true)]
    [InlineData("\uFEFF  {\"name\":\"x\",\"calls\":[],}", true)]
    [InlineData("{\"formatVersion\":\"berthopt/berths/9\"}", true)]
    [InlineData("{\"formatVersion\":\"berthopt/berth-plan/1\",\"calls\":[]}", false)]
    [InlineData("{\"inner\":{\"quays\":[]}}", false)]
    [InlineData("{\"formatVersion\":7,\"quays\":[]}", false)]
    [InlineData("[{\"quays\":[]}]", false)]
    [InlineData("quays", false)]
    [InlineData("", false)]
    public void A_document_is_known_by_its_top(string text, bool expected) =>
        Assert.Equal(expected, BerthDocument.LooksLikeDocument(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Exceptions_carry_what_TryRead_gives()
    {
        Assert.False(BerthDocument.TryRead("{}"u8, out _, out var faults));

        Assert.Equal(faults, Assert.Throws<InvalidInputException>(() => BerthDocument.Read("{}"u8)).Faults);
    }

    internal static byte[] Bytes(BerthProblem problem)
    {
        var buffer = new ArrayBufferWriter<byte>();
        BerthDocument.Write(problem, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
