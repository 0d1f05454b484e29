using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>Some neighbouring positions of a sweep, with all cranes: no plan of the whole ends before its part here could end alone.</summary>
internal sealed class SweepWindow
{
    private readonly Sweep _sweep;

    private SweepWindow(SweepModel model, int latest)
    {
        _sweep = new Sweep(model);
        Least = _sweep.LeastDeadline(latest);
    }

    /// <summary>No plan ends it earlier.</summary>
    public long Least { get; private set; }

    /// <summary>Some plan ends it then; <see cref="int.MaxValue"/> as long as none is known.</summary>
    public int Most { get; private set; } = int.MaxValue;

    /// <summary>Width of the last pass that had to leave states out.</summary>
    public int Width { get; private set; }

    /// <summary>The window of a sweep; null when there is no sweep of it.</summary>
    public static SweepWindow? TryCreate(CraneModel model, int firstGroup, int endGroup, int latest) =>
        SweepModel.TryCreate(model.Part(firstGroup, endGroup)) is { } part ? new SweepWindow(part, latest) : null;

    /// <summary>Whether it can still show that no plan ends by a slot, or a lower bound better than one that is known, with passes of some width.</summary>
    public bool IsOpen(long proven, int width) => Width < width && Math.Max(Least, proven) < Most;

    /// <summary>Starts a pass: first for the slot that would end all, then half-way between what is known.</summary>
    public void Begin(long proven, long goal, int width)
    {
        var low = Math.Max(Least, proven);
        _sweep.Begin((int)(Most == int.MaxValue ? goal : low + ((Math.Min(goal, Most - 1) - low) / 2)), width);
    }

    /// <summary>Goes on with the pass.</summary>
    /// <returns>Whether it is over.</returns>
    public bool Run(ref long work, StopMonitor stop)
    {
        _sweep.Run(ref work, stop);
        if (!_sweep.Ended)
        {
            return false;
        }

        if (_sweep.Found)
        {
            Most = Math.Min(Most, _sweep.Makespan);
        }
        else if (_sweep.Cut)
        {
            Width = _sweep.Width;
        }
        else
        {
            Least = Math.Max(Least, _sweep.Deadline + 1L);
        }

        return true;
    }
}
