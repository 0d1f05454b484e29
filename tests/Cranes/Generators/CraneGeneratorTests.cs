using System.Buffers;
using System.Text;
using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneGeneratorTests
{
    [Theory]
    [InlineData('A', 7)]
    [InlineData('B', 6)]
    [InlineData('C', 6)]
    [InlineData('D', 6)]
    [InlineData('E', 5)]
    [InlineData('F', 5)]
    [InlineData('G', 5)]
    public void Published_sets_have_groups_that_fit_their_bays(char set, int rows)
    {
        var all = QcspgenParameters.Set(set);

        Assert.Equal(rows, all.Length);
        foreach (var row in all)
        {
            for (var seed = 1UL; seed <= 5; seed++)
            {
                var problem = CraneGenerator.Qcspgen(row, seed);
                Assert.Equal(row.Tasks, problem.Tasks.Length);
                Assert.Equal(row.Bays * row.Capacity * row.FillPercent / 100, problem.Tasks.Sum(task => task.Handling));
                Assert.All(problem.Tasks, task => Assert.InRange(task.Handling, 1, row.Capacity));
                Assert.All(problem.Tasks, task => Assert.InRange(task.Position, 1, row.Bays));
                Assert.All(problem.Tasks.GroupBy(task => task.Position), bay => Assert.InRange(bay.Sum(task => task.Handling), 1, row.Capacity));
                Assert.Equal(problem.Tasks.Select(task => task.Position).Order(), problem.Tasks.Select(task => task.Position));
                Assert.Equal(Enumerable.Range(0, row.Cranes).Select(crane => 1 + (crane * (row.Margin + 1))), problem.Cranes.Select(crane => crane.Start!.Value));
                var full = problem.Tasks.GroupBy(task => task.Position).Sum(bay => bay.Count() * (bay.Count() - 1) / 2);
                Assert.InRange(problem.Precedences.Length, full * (row.PrecedencePercent - 25) / 100, full);
                Assert.True(row.PrecedencePercent < 100 || problem.Precedences.Length == full);
            }
        }
    }

    /// <summary>Over many instances the share of precedences is a little below the one asked for, as the scheme takes ways round for independent; each set is its own closure.</summary>
    [Fact]
    public void Precedences_have_their_density_after_the_closure()
    {
        var (found, full) = (0, 0);
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var problem = CraneGenerator.Qcspgen(new QcspgenParameters { Tasks = 60, Bays = 6, Capacity = 400, PrecedencePercent = 50 }, seed);
            var pairs = problem.Precedences.Select(pair => (pair.First, pair.Second)).ToHashSet();
            found += pairs.Count;
            full += problem.Tasks.GroupBy(task => task.Position).Sum(bay => bay.Count() * (bay.Count() - 1) / 2);
            Assert.All(pairs.SelectMany(one => pairs.Where(two => two.First == one.Second), (one, two) => (one.First, two.Second)), pair => Assert.Contains(pair, pairs));
        }

        Assert.InRange(100.0 * found / full, 42, 50);
    }

    [Fact]
    public void Kim_and_Park_have_one_task_of_each_kind_in_a_bay()
    {
        foreach (var (tasks, cranes) in new[] { (10, 2), (25, 3), (35, 4), (50, 6), (7, 1) })
        {
            var problem = CraneGenerator.KimPark(tasks, 3);
            Assert.Equal((tasks, cranes), (problem.Tasks.Length, problem.Cranes.Length));
            Assert.All(problem.Tasks, task => Assert.InRange(task.Handling, 1, 60));
            Assert.All(problem.Tasks.GroupBy(task => task.Position), bay => Assert.InRange(bay.Count(), 1, 4));
        }
    }

    [Fact]
    public void The_largest_call_has_nine_cranes_and_about_6500_moves()
    {
        var workload = CraneGenerator.Vessel(24_000, 1);
        var problem = workload.ToProblem();

        Assert.Equal(9, problem.Cranes.Length);
        Assert.Equal(24, workload.Work.Select(work => work.Bay).Distinct().Count());
        Assert.InRange(problem.Tasks.Sum(task => task.Moves), 6_400, 6_600);
        Assert.True(workload.DoubleCyclingSaving().Seconds > 0);
        Assert.True(workload.ToProblem(doubleCycling: true).Tasks.Length < problem.Tasks.Length);
    }

    [Fact]
    public void Vessels_of_any_size_and_rails_are_problems()
    {
        for (var teu = CraneGenerator.MinTeu; teu <= CraneGenerator.MaxTeu; teu += 1_000)
        {
            Assert.InRange(CraneGenerator.Vessel(teu, (ulong)teu).ToProblem().Cranes.Length, 2, 9);
        }

        for (var vessels = 1; vessels <= 5; vessels++)
        {
            Assert.Equal(vessels, CraneGenerator.Rail(vessels, 7).ToProblem().Vessels.Length);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_problem_and_another_seed_another()
    {
        foreach (var kind in Enum.GetValues<GeneratedCraneKind>())
        {
            var text = Text(CraneGenerator.Generate(kind, null, 5));
            Assert.Equal(text, Text(CraneGenerator.Generate(kind, null, 5)));
            Assert.NotEqual(text, Text(CraneGenerator.Generate(kind, null, 6)));
            Assert.NotEmpty(CraneGenerator.Generate(kind, CraneGenerator.MinSize(kind), 1).Tasks);
        }
    }

    [Fact]
    public void Sizes_out_of_range_are_refused()
    {
        foreach (var kind in Enum.GetValues<GeneratedCraneKind>())
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => CraneGenerator.Generate(kind, CraneGenerator.MinSize(kind) - 1, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => CraneGenerator.Generate(kind, CraneGenerator.MaxSize(kind) + 1, 1));
        }

        Assert.Throws<ArgumentException>(() => CraneGenerator.Qcspgen(new QcspgenParameters { Tasks = 2 }, 1));
    }

    private static string Text(CraneProblem problem)
    {
        var output = new ArrayBufferWriter<byte>();
        CraneDocument.Write(problem, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
