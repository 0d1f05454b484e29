using System.Reflection;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Samples;

/// <summary>The samples do what they say.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_week_is_planned_and_drawn()
    {
        Assert.Equal(0, Run("BerthOpt.Samples.PlanAWeek", _folder.Path));
        Assert.Contains("<svg", File.ReadAllText(_folder["plan.svg"]));
        Assert.Contains("\"assignments\"", File.ReadAllText(_folder["plan.json"]));
    }

    [Fact]
    public void An_instance_is_read_and_its_plan_is_written_in_its_units()
    {
        var instance = Path.Combine(AppContext.BaseDirectory, "corner.txt");

        Assert.Equal(0, Run("BerthOpt.Samples.ReadAnInstance", instance, _folder["plan.csv"]));
        Assert.Equal(9, File.ReadAllLines(_folder["plan.csv"]).Length);
    }

    [Fact]
    public void A_file_that_is_no_instance_ends_with_3() => Assert.Equal(3, Run("BerthOpt.Samples.ReadAnInstance", _folder.Write("letter.txt", "Dear Sir or Madam,")));

    private static int Run(string assembly, params string[] args) => (int)Assembly.Load(assembly).EntryPoint!.Invoke(null, [args])!;
}
