using BerthOpt.Berths;
using BerthOpt.Kernels;

namespace BerthOpt.Tests.Berths;

public sealed class QuayStaysTests
{
    [Fact]
    public void The_list_excludes_what_the_rows_exclude_the_last_to_end_first()
    {
        const int Cells = 150, Slots = 200, Calls = 40, HullGap = 2, TimeGap = 3;
        var words = BitRows.PaddedWords(Cells + HullGap);
        var rng = new Rng(8);
        var met = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var closures = Enumerable.Range(0, rng.Next(3)).Select(_ =>
            {
                var (from, cell) = (rng.Next(Slots - 40), rng.Next(Cells - 30));
                return new ClosedCells(cell, cell + rng.Next(1, 30), from, from + rng.Next(1, 40));
            }).ToArray();
            var stays = new QuayStays(Calls, closures, HullGap, TimeGap);
            var rows = new ulong[Slots * words];
            var placed = new List<(int Call, int From, int Until, int Cell, int End)>();
            for (var step = 0; step < 80; step++)
            {
                var call = rng.Next(Calls);
                if (placed.FindIndex(stay => stay.Call == call) is >= 0 and var at)
                {
                    stays.Remove(call, placed[at].From);
                    placed.RemoveAt(at);
                }
                else
                {
                    var (from, cell) = (rng.Next(Slots - 20), rng.Next(Cells - 30));
                    placed.Add((call, from, from + rng.Next(1, 20), cell, cell + rng.Next(1, 30)));
                    stays.Add(placed[^1].Call, placed[^1].From, placed[^1].Until, placed[^1].Cell, placed[^1].End);
                }
            }

            foreach (var stay in placed)
            {
                BitRows.Fill(rows, words, stay.From, stay.Until, stay.Cell, stay.End - stay.Cell);
            }

            var closed = new ulong[Slots * words];
            foreach (var closure in closures)
            {
                BitRows.Fill(closed, words, closure.From, closure.To, closure.First, closure.End - closure.First);
            }

            var (start, width) = (rng.Next(Slots - 30), rng.Next(1, 40));
            var end = start + rng.Next(1, 20);
            var free = new ulong[words];
            Array.Fill(free, ulong.MaxValue);
            var found = stays.Meet(start, end + TimeGap);
            var last = int.MaxValue;
            for (var index = 0; index < found; index++)
            {
                var until = stays.Exclude(index, free, width);
                Assert.InRange(until, start + 1, last);
                last = until;
            }

            for (var cell = 0; cell <= Cells - width; cell++)
            {
                var isFree = !BitRows.Any(rows, words, start, end + TimeGap, cell, width + HullGap) && !BitRows.Any(closed, words, start, end, cell, width);
                Assert.Equal(isFree, (free[cell >> 6] >> (cell & 63) & 1) == 1);
            }

            var meeting = placed.Count(stay => stay.From < end + TimeGap && start < stay.Until) + closures.Count(closure => closure.From < end && start < closure.To);
            Assert.Equal(meeting, found);
            Assert.True(stays.Near(start, end + TimeGap) >= found);
            met += found;
        }

        Assert.True(met > 300, $"only {met} calls were in the way");
    }
}
