using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;

namespace BerthOpt.Tests.Cranes;

/// <summary>Every published instance that is at hand is read as what it says.</summary>
public sealed class CranePublicInstancesTests
{
    [Theory]
    [InlineData("cranes/kim-park", CraneFormat.Qcspgen)]
    [InlineData("cranes/qcspgen-orig", CraneFormat.Qcspgen)]
    [InlineData("cranes/qcspgen-derived", CraneFormat.Qcspgen)]
    public void Groups_as_text_have_the_numbers_of_their_first_line(string set, CraneFormat format)
    {
        foreach (var file in PublicInstances.Files(set))
        {
            var instance = CraneFormats.Read(file);
            var problem = instance.Problem;
            var head = File.ReadLines(file).First().Split(',').Select(int.Parse).ToArray();
            Assert.Equal(format, instance.Format);
            Assert.Equal("unidirectional", instance.Variant);
            Assert.Equal(CraneDirection.Either, problem.Direction);
            Assert.Equal(CraneDirection.Free, CraneFormats.Read(file, variant: "free").Problem.Direction);
            Assert.Equal(head, new[] { problem.Tasks.Length, int.Parse(instance.Extras["b"]), problem.Precedences.Length, problem.NonSimultaneous.Length, problem.Cranes.Length, problem.Rail.TravelSlots, problem.Rail.Clearance - 1 });
            var rows = File.ReadLines(file).Skip(1).Take(4).Select(line => line.Split(',').Select(int.Parse)).ToArray();
            Assert.Equal(rows[0], problem.Tasks.Select(task => task.Handling));
            Assert.Equal(rows[1], problem.Tasks.Select(task => task.Position));
            Assert.Equal(rows[2], problem.Cranes.Select(crane => crane.Ready));
            Assert.Equal(rows[3], problem.Cranes.Select(crane => crane.Start!.Value));
        }
    }

    [Theory]
    [InlineData('A', 2)]
    [InlineData('B', 4)]
    [InlineData('C', 6)]
    [InlineData('D', 4)]
    [InlineData('E', 4)]
    [InlineData('F', 0)]
    [InlineData('G', 4)]
    public void Groups_as_json_are_read(char set, int cranes)
    {
        foreach (var file in PublicInstances.Files($"cranes/qcspgen-py/set_{set}"))
        {
            var instance = CraneFormats.Read(file);
            Assert.Equal(CraneFormat.QcspgenJson, instance.Format);
            Assert.Equal(instance.Problem.Tasks.Select(task => task.Position).Order(), instance.Problem.Tasks.Select(task => task.Position));
            Assert.True(cranes == 0 || cranes == instance.Problem.Cranes.Length, file);
        }
    }

    [Fact]
    public void Bays_that_no_crane_passes_are_read()
    {
        foreach (var file in PublicInstances.Files("cranes/jooken"))
        {
            var instance = CraneFormats.Read(file);
            var named = Path.GetFileNameWithoutExtension(file).Split('_').Select(int.Parse).ToArray();
            Assert.Equal(CraneFormat.Jooken, instance.Format);
            Assert.Equal(named[..2], new[] { instance.Problem.Tasks.Length, instance.Problem.Cranes.Length });
            Assert.Equal(named[2], instance.Problem.Tasks.Sum(task => task.Handling));
        }
    }
}
