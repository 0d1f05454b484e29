using System.Buffers;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Tests.Berths;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesDocumentTests
{
    private const string Head = "\"formatVersion\":\"berthopt/empties/1\",\"periods\":5,\"types\":[{\"id\":\"20\"}],\"locations\":[{\"id\":\"A\"},{\"id\":\"B\"}]";

    [Property(MaxTest = 200)]
    public void What_is_written_reads_back_in_all_parts(ulong seed)
    {
        var problem = RandomEmptiesProblems.Create(seed);

        var read = EmptiesDocument.Read(Bytes(problem));

        Assert.Equivalent(problem.Parts, read.Parts, strict: true);
        Assert.Equal(Encoding.UTF8.GetString(Bytes(problem)), Encoding.UTF8.GetString(Bytes(read)));
    }

    [Property(MaxTest = 100)]
    public void Plans_read_back(ulong seed)
    {
        var problem = RandomEmptiesProblems.Create(seed);
        var plan = RandomEmptiesPlans.Of(problem, seed);
        var output = new ArrayBufferWriter<byte>();

        EmptiesPlanDocument.Write(problem, plan, new EmptiesCost(1, 2, 3, 4, 5, 6, 7, 8), output);

        Assert.Equal(plan.Hash, EmptiesPlanDocument.Read(output.WrittenSpan, problem).Hash);
    }

    /// <summary>The law above would be weak if these documents left anything out.</summary>
    [Fact]
    public void Random_documents_hold_every_property()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(seed => Encoding.UTF8.GetString(Bytes(RandomEmptiesProblems.Create((ulong)seed)))));

        Assert.All(DocumentVocabulary.Shapes(EmptiesDocumentShape.Shape).SelectMany(shape => shape.Properties), property => Assert.Contains($"\"{property.Name}\":", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"supplies\":[{\"location\":\"C\",\"type\":\"20\",\"period\":1,\"count\":2}]", "/supplies/0/location", "\"C\"")]
    [InlineData("\"demands\":[{\"location\":\"A\",\"type\":\"20\",\"period\":5,\"count\":2,\"shortageCost\":1}]", "/demands/0/period", "0 to 4")]
    [InlineData("\"demands\":[{\"location\":\"A\",\"type\":\"20\",\"period\":1,\"count\":2,\"low\":3,\"shortageCost\":1}]", "/demands/0/low", "0 to 2")]
    [InlineData("\"stocks\":[{\"location\":\"A\",\"type\":\"20\"},{\"location\":\"A\",\"type\":\"20\"}]", "/stocks/1", "entry 0")]
    [InlineData("\"voyages\":[{\"id\":\"V\",\"stops\":[{\"location\":\"A\",\"arrivalPeriod\":3},{\"location\":\"B\",\"arrivalPeriod\":2}],\"legs\":[{}]}]", "/voyages/0/stops/1/arrivalPeriod", "expected 3")]
    [InlineData("\"voyages\":[{\"id\":\"V\",\"stops\":[{\"location\":\"A\",\"arrivalPeriod\":3},{\"location\":\"B\",\"arrivalPeriod\":4}],\"legs\":[{\"room\":{\"teu\":1.005}}]}]", "/voyages/0/legs/0/room/teu", "1.005")]
    [InlineData("\"links\":[{\"id\":\"L\",\"from\":\"A\",\"to\":\"A\",\"transitPeriods\":0}]", "/links/0/to", "transit of at least 1")]
    [InlineData("\"links\":[{\"id\":\"L\",\"from\":\"A\",\"to\":\"B\",\"transitPeriods\":0,\"cost\":-1}]", "/links/0/cost", "0 to")]
    [InlineData("\"conversions\":[{\"id\":\"C\",\"location\":\"A\",\"from\":\"20\",\"to\":\"20\"}]", "/conversions/0/to", "another one")]
    [InlineData("\"leases\":[{\"id\":\"H\",\"type\":\"20\",\"most\":3,\"initial\":4}]", "/leases/0/initial", "0 to 3")]
    [InlineData("\"limits\":[{\"least\":1}]", "/limits/0", "one of them")]
    [InlineData("\"lokcs\":[]", "/lokcs", "locks")]
    public void Faults_say_where_and_what(string part, string place, string said)
    {
        var faults = Assert.Throws<InvalidInputException>(() => EmptiesDocument.Read(Encoding.UTF8.GetBytes($"{{{Head},{part}}}"))).Faults;

        Assert.Contains(faults, fault => fault.Place == place && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        const string text = """{"formatVersion":"berthopt/empties/1","periods":0,"types":[{"id":"20","teu":-1}],"locations":[{"id":"A","loadCost":1.5},{"id":"A"}],"locks":7}""";

        var faults = Assert.Throws<InvalidInputException>(() => EmptiesDocument.Read(Encoding.UTF8.GetBytes(text))).Faults;

        Assert.Equal(["/locations/0/loadCost", "/locations/1/id", "/locks", "/periods", "/types/0/teu"], faults.Select(fault => fault.Place).Order());
    }

    [Fact]
    public void Costs_that_could_overflow_are_refused()
    {
        var parts = EmptiesExamples.TwoPorts with
        {
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = EmptiesProblem.MaxCount, StorageCost = EmptiesProblem.MaxUnitCost }],
            Periods = 4_000,
        };

        Assert.Equal("cost-overflow", Assert.Single(Assert.Throws<InvalidInputException>(() => new EmptiesProblem(parts)).Faults).Code);
    }

    [Fact]
    public void Too_many_containers_are_refused()
    {
        var parts = EmptiesExamples.TwoPorts with { Conversions = [new Conversion { Id = "C", Location = 0, From = 0, To = 1, Out = 100, Delay = 1, Most = EmptiesProblem.MaxCount }] };

        Assert.Contains(Assert.Throws<InvalidInputException>(() => new EmptiesProblem(parts)).Faults, fault => fault.Code == "too-many-containers");
    }

    [Fact]
    public void A_plan_that_was_changed_by_hand_is_told()
    {
        var problem = new EmptiesProblem(EmptiesExamples.TwoPorts);
        var text = $$"""{"formatVersion":"berthopt/empties-plan/1","planHash":"{{EmptiesPlan.Empty.Hash}}","links":[{"link":"T","period":1,"type":"20","count":2}]}""";

        Assert.Equal("plan-hash", Assert.Single(Assert.Throws<InvalidInputException>(() => EmptiesPlanDocument.Read(Encoding.UTF8.GetBytes(text), problem)).Faults).Code);
    }

    private static byte[] Bytes(EmptiesProblem problem)
    {
        var output = new ArrayBufferWriter<byte>();
        EmptiesDocument.Write(problem, output);
        return output.WrittenSpan.ToArray();
    }
}
