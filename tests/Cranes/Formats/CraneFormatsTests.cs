using System.Text;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneFormatsTests
{
    private static readonly string[] Tokens = ["NaN", "-1", "1e999", "99999999999", "1073741824", "0.05", "\0", "{", "]", "Phi:", "end.", "é", ",", "\uFEFF", "1e-28", "-0", "null", "\"", "\n"];

    public static TheoryData<int> SampleNumbers { get; } = new(Enumerable.Range(0, CraneSamples.All.Length));

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void The_format_is_told_from_the_content(int number)
    {
        var (format, text) = CraneSamples.All[number];

        Assert.Equal(format, CraneSamples.Read(text).Format);
    }

    [Fact]
    public void Groups_become_tasks_at_bays()
    {
        var problem = CraneSamples.Read(CraneSamples.Groups).Problem;

        Assert.Equal([5, 7, 9, 11], problem.Tasks.Select(task => task.Handling));
        Assert.Equal([1, 1, 2, 3], problem.Tasks.Select(task => task.Position));
        Assert.Equal([(0, (int?)1), (2, 3)], problem.Cranes.Select(crane => (crane.Ready, crane.Start)));
        Assert.Equal([new TaskPair(0, 1), new TaskPair(2, 3)], problem.Precedences);
        Assert.Equal([new TaskPair(1, 2)], problem.NonSimultaneous);
        Assert.Equal(new Rail { TravelSlots = 1, Clearance = 2 }, problem.Rail);
        Assert.Equal(CraneDirection.Either, problem.Direction);
        Assert.Equal(CraneDirection.Free, CraneSamples.Read(CraneSamples.Groups, variant: "free").Problem.Direction);
    }

    [Fact]
    public void The_same_as_json_has_tasks_of_no_length_and_cranes_beside_the_vessel()
    {
        var problem = CraneSamples.Read(CraneSamples.GroupsJson).Problem;

        Assert.Equal([5, 0, 7], problem.Tasks.Select(task => task.Handling));
        Assert.Equal([-1, 6], problem.Cranes.Select(crane => crane.Start!.Value));
        Assert.Equal(new Rail { TravelSlots = 2, Clearance = 1 }, problem.Rail);
    }

    [Fact]
    public void Bays_are_whole_tasks_of_cranes_that_start_anywhere()
    {
        var problem = CraneSamples.Read(CraneSamples.Bays).Problem;

        Assert.Equal([(1, 10), (2, 20), (3, 30), (4, 40)], problem.Tasks.Select(task => (task.Position, task.Handling)));
        Assert.Equal(new Rail { Clearance = 0 }, problem.Rail);
        Assert.All(problem.Cranes, crane => Assert.Null(crane.Start));
    }

    [Theory]
    [InlineData("4,3,2,1,2,1,1\n5,7,9\n", "line 3", "expected the handling time of task 4")]
    [InlineData("4,3,2,1,2,1,1\n5,7,x,11\n1,1,2,4\n0,2\n1,3\nPhi:\n1,2\n3,4\nPsi:\n2,3\nend.\n", "line 2", "\"x\"")]
    [InlineData("4,3,2,1,2,1,1\n5,7,x,11\n1,1,2,4\n0,2\n1,3\nPhi:\n1,2\n3,4\nPsi:\n2,3\nend.\n", "line 3", "\"4\" for the bay of task 4")]
    [InlineData("4,3,2,1,2,1,1\n5,7,9,11\n1,1,2,3\n0,2\n1,3\nPhi:\n1,2\nPsi:\n2,3\nend.\n", "line 8", "behind 1 pairs; expected 2")]
    [InlineData("4,3,2,1,2,1,1\n5,7,9,11\n1,1,2,3\n0,2\n1,3\nPhi:\n1,2\n3,4\nPsi:\n2,2\nend.\n", "line 10", "twice")]
    [InlineData("4,3,2,1,2,1,1\n5,7,9,11\n1,1,2,3\n0,2\n1,3\nPhi:\n1,2\n3,4\nPsi:\n2,3\nend.\n7", "line 12", "behind \"end.\"")]
    [InlineData("3 2\n10\n20\n", "line 4", "the time of bay 3")]
    [InlineData("2 2\n10\n20\n30\n", "line 4", "\"30\"")]
    [InlineData("""{"n":1,"b":1,"p":[5],"l":[1],"Phi":[],"Psi":[],"q":2,"r":[0,0],"l0":[1,3],"t":[1,2],"s":0}""", "/t/1", "is 2; expected 1")]
    [InlineData("""{"n":1,"b":1,"p":[5],"l":[1],"Phi":[[1]],"Psi":[],"q":1,"r":[0],"l0":[1],"t":[1],"s":0}""", "/Phi/0", "two tasks")]
    [InlineData("hello", "line 1", "\"hello\"")]
    public void Faults_say_where_and_what(string text, string place, string said)
    {
        var faults = Assert.Throws<InvalidInputException>(() => CraneSamples.Read(text)).Faults;

        Assert.Contains(faults, fault => fault.Place == place && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_variants_are_refused_by_name()
    {
        var fault = Assert.Throws<InvalidInputException>(() => CraneSamples.Read(CraneSamples.Groups, variant: "sideways")).Faults.Single();

        Assert.Contains("unidirectional or free", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void Damaged_instances_are_read_or_refused(int number)
    {
        var (format, text) = CraneSamples.All[number];
        var rng = new Rng((ulong)number);
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            var bytes = Damage(Encoding.UTF8.GetBytes(text), rng);
            var variants = CraneFormats.Variants(format);
            refused += Survives(bytes, null, null) ? 0 : 1;
            refused += Survives(bytes, format, variants.IsEmpty ? null : variants[rng.Next(variants.Length)]) ? 0 : 1;
        }

        Assert.InRange(refused, 100, 999);
    }

    [Fact]
    public void Plans_are_written_in_the_units_of_the_instance()
    {
        var instance = CraneSamples.Read(CraneSamples.Own);
        var plan = new CranePlan([new TaskAssignment(0, 0, 10), new TaskAssignment(1, 10, 30)]);
        const string text = "task,crane,start,end\n1,1,0,600\n2,2,600,1800\n";

        Assert.Equal(text, CranePlanCsv.Write(plan, instance));
        Assert.Equal(plan.Assignments, CranePlanCsv.Read(text, instance).Assignments);
        Assert.Equal(plan.Assignments, CranePlanCsv.Read("\uFEFFtask,crane,start,end\r\n2,2,600, 1800.0\r\n\r\n1,1,0,600", instance).Assignments);
    }

    [Theory]
    [InlineData("task,crane\n", "line 1", "task,crane,start,end")]
    [InlineData("task,crane,start,end\n1,1,0\n2,9,0,60\n", "line 2", "only 3 fields")]
    [InlineData("task,crane,start,end\n1,1,0\n2,9,0,60\n", "line 3", "crane \"9\"")]
    [InlineData("task,crane,start,end\n1,1,30,60\n2,1,0,60\n", "line 2", "start \"30\"")]
    [InlineData("task,crane,start,end\n1,1,0,60\n1,1,0,60\n", "line 3", "line 2 has already")]
    [InlineData("task,crane,start,end\n1,1,0,60\n", "line 3", "without task 2")]
    public void Faulty_plans_are_refused(string text, string place, string said)
    {
        var faults = Assert.Throws<InvalidInputException>(() => CranePlanCsv.Read(text, CraneSamples.Read(CraneSamples.Own))).Faults;

        Assert.Contains(faults, fault => fault.Place == place && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    private static bool Survives(byte[] bytes, CraneFormat? format, string? variant)
    {
        try
        {
            CraneFormats.Read("damaged", bytes, format, variant);
            return true;
        }
        catch (InvalidInputException fault)
        {
            Assert.NotEmpty(fault.Faults);
            Assert.All(fault.Faults, each => Assert.NotEmpty(each.Message));
            return false;
        }
    }

    private static byte[] Damage(byte[] bytes, Rng rng)
    {
        for (var times = 1 + rng.Next(3); times > 0 && bytes.Length > 0; times--)
        {
            var at = rng.Next(bytes.Length);
            bytes = rng.Next(5) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << rng.Next(8))), .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Tokens[rng.Next(Tokens.Length)]), .. bytes[at..]],
                3 => [.. bytes[..at], (byte)('0' + rng.Next(10)), .. bytes[(at + 1)..]],
                _ => [.. bytes[..at], .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }
}
