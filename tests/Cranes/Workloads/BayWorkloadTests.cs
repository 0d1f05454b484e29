using System.Buffers;
using System.Text;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests.Cranes;

public sealed class BayWorkloadTests
{
    private static readonly BayWorkload Aurora = BayWorkloadDocument.Read(Encoding.UTF8.GetBytes(CraneSamples.Workload));

    [Fact]
    public void Bays_become_tasks_at_metres_with_the_times_of_each_spreader()
    {
        var tasks = Aurora.ToProblem().Tasks.ToDictionary(task => task.Id);

        Assert.Equal(7, tasks.Count);
        Assert.Equal([110, 114, 114, 120, 128], new[] { "01 deck discharge", "02 hold discharge", "02 hatch open", "04 deck load", "06 deck discharge" }.Select(id => tasks[id].Position));

        // Q1 takes two pairs in 130 s and six 40' in 100 s; Q2 takes each of ten in 120 s.
        Assert.Equal([860, 1200], tasks["02 hold discharge"].HandlingByCrane);
        Assert.Equal(860, tasks["02 hold discharge"].Handling);
        Assert.Equal(10, tasks["02 hold discharge"].Moves);

        // Covers take both cranes 240 s each; there is no tandem spreader.
        Assert.Empty(tasks["02 hatch open"].HandlingByCrane);
        Assert.Equal(720, tasks["02 hatch close"].Handling);
        Assert.Equal([1000, 1200], tasks["06 deck discharge"].HandlingByCrane);
    }

    [Fact]
    public void A_hatch_is_worked_on_from_the_top_down_and_up_again()
    {
        var problem = Aurora.ToProblem();
        var pairs = problem.Precedences.Select(pair => $"{problem.Tasks[pair.First].Id} < {problem.Tasks[pair.Second].Id}").Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "01 deck discharge < 02 hatch open",
                "02 hatch close < 04 deck load",
                "02 hatch open < 02 hold discharge",
                "02 hold discharge < 02 hold load",
                "02 hold load < 02 hatch close",
                "06 deck discharge < 04 deck load",
            ],
            pairs);
    }

    [Fact]
    public void Double_cycling_joins_discharge_and_load_and_tells_what_it_saves()
    {
        var problem = Aurora.ToProblem(doubleCycling: true);
        var both = problem.Tasks.Single(task => task.Work == TaskWork.DoubleCycle);
        var saving = Aurora.DoubleCyclingSaving();

        // Stacks (4, 4) and (4, 3): 4 off, 4 both ways, 3 on: 11 cycles in place of 15.
        Assert.Equal((1, 15L, 11L), (saving.Tasks, saving.SingleCycles, saving.Cycles));
        Assert.Equal(17, both.Moves);
        // Q1: 7 * 100 + 4 * 160 + 2 pairs * 30; Q2 does not double-cycle: 15 lifts of 120 and 2 more.
        Assert.Equal([1400, 2040], both.HandlingByCrane);
        Assert.Equal(160, saving.Seconds);
        Assert.Equal(6, problem.Tasks.Length);
        Assert.Contains(problem.Precedences, pair => problem.Tasks[pair.First].Work == TaskWork.HatchOpen && problem.Tasks[pair.Second].Id == both.Id);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Documents_and_csv_read_back(ulong seed)
    {
        foreach (var workload in new[] { Aurora, CraneGenerator.Vessel(6_000, seed), CraneGenerator.Rail(3, seed) })
        {
            var output = new ArrayBufferWriter<byte>();
            BayWorkloadDocument.Write(workload, output, indented: true);
            var read = BayWorkloadDocument.Read(output.WrittenSpan);

            Assert.Equivalent(workload, read, strict: true);
            Assert.Equivalent(workload.Work, BayWorkloadCsv.Read(BayWorkloadCsv.Write(workload), workload with { Work = [] }).Work, strict: true);
            Assert.Equivalent(workload.ToProblem().Parts, read.ToProblem().Parts, strict: true);
        }
    }

    [Fact]
    public void Csv_says_pairs_as_a_share_and_leaves_out_what_is_not_known()
    {
        var work = BayWorkloadCsv.Read("work,bay,place,vessel,containers20,twinPairs\nLoad,6,hold,Aurora,11,50%\n", Aurora).Work.Single();

        Assert.Equivalent(new BayWork { Bay = 6, Place = TaskPlace.Hold, Work = TaskWork.Load, Containers20 = 11, TwinPairs = 2 }, work, strict: true);
    }

    [Theory]
    [InlineData("Aurora,3,deck,load,5,1,,,", "line 2", "bay 2 or 4")]
    [InlineData("Aurora,4,hold,load,5,1,,,", "line 2", "two hatches")]
    [InlineData("Aurora,2,hold,load,5,1,3,,", "line 2", "at most half")]
    [InlineData("Aurora,2,hold,load,5,1,,,1 2 4", "line 2", "expected 6")]
    [InlineData("Boreas,2,hold,shift,5,1,,,", "line 2", "\"Boreas\"")]
    [InlineData("Boreas,2,hold,shift,5,1,,,", "line 2", "discharge or load")]
    [InlineData("Aurora,2,hold,load,5,1,,,\nAurora,2,hold,load,5,1,,,", "line 3", "already")]
    [InlineData("Aurora,2,hold,load", "line 2", "4 fields")]
    public void Faulty_rows_are_refused(string row, string place, string said)
    {
        var faults = Assert.Throws<InvalidInputException>(() => BayWorkloadCsv.Read($"vessel,bay,place,work,containers20,containers40,twinPairs,hatchCovers,stackLifts\n{row}\n", Aurora)).Faults;

        Assert.Contains(faults, fault => fault.Place == place && fault.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Bow_to_greater_positions_turns_the_bays_round()
    {
        var turned = Aurora with { Vessels = [Aurora.Vessels[0] with { Bow = BowSide.Greater }] };

        Assert.Equal([90, 86], turned.ToProblem().Tasks.Where(task => task.Bay < 3).OrderBy(task => task.Bay).Select(task => task.Position).Distinct());
    }
}
