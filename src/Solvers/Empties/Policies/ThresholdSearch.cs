using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>Chooses the levels of a <see cref="ThresholdPolicy"/> by simulation on a sample path that is not the one to be judged.</summary>
public static class ThresholdSearch
{
    private const int Sweeps = 3;
    private static readonly int[] Days = [0, 2, 4, 8, 16, 32, 1 << 20];

    /// <summary>
    /// Finds levels port by port: each pair of levels of a grid in days of demand is played, the best kept, and all ports gone through again
    /// until nothing gets better or three sweeps are done.
    /// </summary>
    /// <param name="training">The sample path to learn on.</param>
    /// <param name="cancellation">Ends the search between two simulations.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static ImmutableArray<ThresholdLevels> Find(SamplePath training, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        var schedule = training.Schedule;
        var demand = new long[schedule.Ports.Length];
        foreach (var order in training.Orders)
        {
            demand[order.Source] += order.Quantity;
        }

        var levels = new ThresholdLevels[demand.Length];
        for (var port = 0; port < demand.Length; port++)
        {
            levels[port] = new ThresholdLevels(Boxes(port, 4), Boxes(port, 8));
        }

        var best = Shortage();
        for (var (sweep, better) = (0, true); sweep < Sweeps && better; sweep++)
        {
            better = false;
            for (var port = 0; port < demand.Length; port++)
            {
                better |= Improve(port);
            }
        }

        return [.. levels];

        // Levels in days of the port's demand; ports without any have none to keep.
        int Boxes(int port, int days) => (int)Math.Min(SampleSchedule.MostBoxes, days * (double)demand[port] / schedule.Ticks);

        long Shortage() => EmptiesSimulator.Run(training, new ThresholdPolicy([.. levels]), 1, cancellation).Shortage;

        bool Improve(int port)
        {
            var before = levels[port];
            var kept = before;
            for (var low = 0; low < Days.Length; low++)
            {
                for (var high = low; high < Days.Length; high++)
                {
                    levels[port] = new ThresholdLevels(Boxes(port, Days[low]), Boxes(port, Days[high]));
                    if (levels[port] != before && Shortage() is var shortage && shortage < best)
                    {
                        (best, kept) = (shortage, levels[port]);
                    }
                }
            }

            levels[port] = kept;
            return kept != before;
        }
    }
}
