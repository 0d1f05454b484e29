namespace BerthOpt.Empties;

/// <summary>
/// What a box is worth at the end of a window: by port, and less for each tick that it comes back later. Learned from the worths that flows
/// give to places early in their windows; without it the last orders of a window are served as if no box were needed any more.
/// </summary>
internal sealed class EndValues(PlanningWindow window)
{
    // The part of a window whose worths the end has not spoilt, and of a new worth in the mean.
    private const double First = 0.1, Until = 0.5, Share = 0.3;

    // Flows promise more than orders that cannot be refused will keep, so a box's time is worth less than they say.
    private const double Kept = 0.5;
    private const int LeastTicks = 14;

    private readonly double[] byPort = new double[window.Ports];
    private double perTick;
    private bool isKnown;

    private bool Counts => isKnown && window.Last < window.Schedule.Ticks - 1;

    /// <summary>The worth of a box that is empty at a port at a tick, not before the window's last.</summary>
    public long Of(int port, int tick) => Counts ? (long)Math.Round(byPort[port] - (perTick * (tick - window.Last))) : 0;

    /// <summary>The worth of an empty that is aboard behind a stop at the end.</summary>
    public long Aboard(int stop)
    {
        var next = window.Schedule.Stops[window.Schedule.HasNext(stop) ? stop + 1 : stop];
        return Of(next.Port, Math.Max(window.Last, next.Arrival));
    }

    /// <summary>Learns from a solved flow.</summary>
    public void Learn(WindowFlow flow)
    {
        var length = window.Last - window.From;
        if (length < LeastTicks)
        {
            return;
        }

        var (first, last) = (window.From + (int)(First * length), window.From + (int)(Until * length));
        var mean = new double[window.Ports];
        for (var port = 0; port < window.Ports; port++)
        {
            for (var tick = first; tick <= last; tick++)
            {
                mean[port] += flow.Value(window.Place(port, tick)) / (last - first + 1.0);
            }
        }

        var all = mean.Average();
        var share = isKnown ? Share : 1;
        perTick += share * ((Kept * Math.Max(0, (Mean(first) - Mean(last)) / (last - first))) - perTick);
        for (var port = 0; port < window.Ports; port++)
        {
            byPort[port] += share * (mean[port] - all - byPort[port]);
        }

        isKnown = true;

        double Mean(int tick)
        {
            var sum = 0.0;
            for (var port = 0; port < window.Ports; port++)
            {
                sum += flow.Value(window.Place(port, tick));
            }

            return sum / window.Ports;
        }
    }
}
