using System.Buffers;
using System.Text;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Tests.Berths;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneDocumentTests
{
    [Property(MaxTest = 200)]
    public void What_is_written_reads_back_in_all_parts(ulong seed)
    {
        var problem = RandomCraneDocuments.Create(seed);

        var read = CraneDocument.Read(Bytes(problem));

        Assert.Equivalent(problem.Parts, read.Parts, strict: true);
        Assert.Equal(problem.Grid.Origin?.Offset, read.Grid.Origin?.Offset);
        Assert.Equal(Encoding.UTF8.GetString(Bytes(problem)), Encoding.UTF8.GetString(Bytes(read)));
    }

    [Property(MaxTest = 100)]
    public void Plans_read_back(ulong seed)
    {
        var problem = RandomCraneDocuments.Create(seed);
        var plan = RandomCraneDocuments.Plan(problem, seed);
        var output = new ArrayBufferWriter<byte>();

        CranePlanDocument.Write(problem, plan, new CraneCost(1, 2, 3, 4, 5), output);

        Assert.Equal(plan.Hash, CranePlanDocument.Read(output.WrittenSpan, problem).Hash);
    }

    /// <summary>The law above would be weak if these documents left anything out.</summary>
    [Fact]
    public void Random_documents_hold_every_property()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(seed => Encoding.UTF8.GetString(Bytes(RandomCraneDocuments.Create((ulong)seed)))));

        // Two have a test of their own: they need a problem that has them and keeps its rules.
        Assert.All(
            DocumentVocabulary.Shapes(CraneDocumentShape.Shape).SelectMany(shape => shape.Properties).Where(property => !(property.Name is "startsBlock" or "crane")),
            property => Assert.Contains($"\"{property.Name}\":", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Blocking_starts_and_pins_to_cranes_read_back()
    {
        var parts = RandomCraneDocuments.Create(1).Parts;
        var problem = new CraneProblem(parts with
        {
            Rail = new Rail { StartsBlock = true },
            Cranes = [new Crane { Id = "Q", Start = 4 }],
            Tasks = [new CraneTask { Id = "t", Position = 3, Handling = 5, HandlingByCrane = [6], Pin = new TaskPin(0, 7) }],
            Precedences = [],
            NonSimultaneous = [],
        });

        Assert.Equivalent(problem.Parts, CraneDocument.Read(Bytes(problem)).Parts, strict: true);
    }

    [Theory]
    [InlineData("""{"formatVersion":"berthopt/cranes/1","horizonSeconds":9,"cranes":[{"id":"Q"}],"tasks":[{"id":"t","vessel":"ship","positionMetres":1,"handlingSeconds":2}]}""", "/tasks/0/vessel", "\"ship\"")]
    [InlineData("""{"formatVersion":"berthopt/cranes/1","horizonSeconds":9,"cranes":[{"id":"Q","readySeconds":1.5}]}""", "/cranes/0/readySeconds", "1.5")]
    [InlineData("""{"formatVersion":"berthopt/cranes/1","horizonSeconds":9,"cranes":[{"id":"Q","raetPercent":5}]}""", "/cranes/0/raetPercent", "ratePercent")]
    [InlineData("""{"formatVersion":"berthopt/crane-plan/1"}""", "/formatVersion", "Maybe the plan")]
    [InlineData("""{"formatVersion":"berthopt/cranes/1","horizonSeconds":9,"cranes":[{"id":"Q","ratePercent":0}]}""", "/cranes/0/ratePercent", "1 to 10000")]
    [InlineData("""{"formatVersion":"berthopt/cranes/1","grid":{"secondsPerSlot":2},"horizonSeconds":8,"cranes":[{"id":"Q"}],"vessels":[{"id":"v"}],"tasks":[{"id":"t","vessel":"v","positionMetres":1,"handlingSeconds":2,"pin":{"startSeconds":10}}]}""", "/tasks/0/pin/startSeconds", "2 seconds")]
    public void Faults_say_where_and_what(string json, string place, string said)
    {
        var faults = Assert.Throws<InvalidInputException>(() => CraneDocument.Read(Encoding.UTF8.GetBytes(json))).Faults;

        Assert.Contains(faults, fault => fault.Place == place && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_of_another_problem_is_refused_with_all_its_faults()
    {
        var problem = new CraneProblem(new CraneParts
        {
            Horizon = 9,
            Cranes = [new Crane { Id = "Q" }],
            Vessels = [new CraneVessel { Id = "v" }],
            Tasks = [new CraneTask { Id = "a", Position = 1, Handling = 2 }, new CraneTask { Id = "b", Position = 1, Handling = 2 }],
        });
        const string plan = """{"formatVersion":"berthopt/crane-plan/1","assignments":[{"task":"a","crane":"Q","startSeconds":0,"endSeconds":2},{"task":"a","crane":"R","startSeconds":0,"endSeconds":2}]}""";

        var faults = Assert.Throws<InvalidInputException>(() => CranePlanDocument.Read(Encoding.UTF8.GetBytes(plan), problem)).Faults;

        Assert.Equal(["duplicate-entry", "missing", "unknown-reference"], faults.Select(fault => fault.Code).Order());
    }

    private static byte[] Bytes(CraneProblem problem)
    {
        var output = new ArrayBufferWriter<byte>();
        CraneDocument.Write(problem, output);
        return output.WrittenSpan.ToArray();
    }
}
