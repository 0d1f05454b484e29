using BerthOpt.Berths;
using BerthOpt.Kernels;

namespace BerthOpt.Tests.Berths;

public sealed class QuayStaysTests
{
    [Fact]
    public void The_list_excludes_what_the_rows_exclude_and_tells_when_the_first_leaves()
    {
        const int Cells = 150, Slots = 200, Calls = 40;
        var words = BitRows.PaddedWords(Cells);
        var rng = new Rng(8);
        var met = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var stays = new QuayStays(Calls);
            var rows = new ulong[Slots * words];
            var placed = new List<(int Call, int From, int Until, int Cell, int End)>();
            for (var step = 0; step < 80; step++)
            {
                var call = rng.Next(Calls);
                if (placed.FindIndex(stay => stay.Call == call) is >= 0 and var at)
                {
                    stays.Remove(call);
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

            var (start, width) = (rng.Next(Slots - 20), rng.Next(1, 40));
            var end = start + rng.Next(1, 20);
            var free = new ulong[words];
            Array.Fill(free, ulong.MaxValue);
            var found = stays.Exclude(free, width, start, end);

            for (var cell = 0; cell <= Cells - width; cell++)
            {
                Assert.Equal(!BitRows.Any(rows, words, start, end, cell, width), (free[cell >> 6] >> (cell & 63) & 1) == 1);
            }

            var meeting = placed.Where(stay => stay.From < end && start < stay.Until).ToArray();
            Assert.Equal(meeting.Length, found);
            Assert.Equal(meeting.Select(stay => stay.Until).DefaultIfEmpty(int.MaxValue).Min(), stays.NextEnd);
            met += found;
        }

        Assert.True(met > 300, $"only {met} calls were in the way");
    }
}
