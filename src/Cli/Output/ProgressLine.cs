using BerthOpt.Search;

namespace BerthOpt.Cli.Output;

/// <summary>One line on a terminal that always shows the latest cost, bound, gap and time; at most ten times a second.</summary>
internal sealed class ProgressLine(TextWriter error, int costScale, int width) : IProgress<SolveProgress>
{
    private readonly Lock _lock = new();
    private double _nextSeconds;
    private int _shown;

    /// <inheritdoc/>
    public void Report(SolveProgress value)
    {
        lock (_lock)
        {
            if (value.Seconds < _nextSeconds)
            {
                return;
            }

            _nextSeconds = value.Seconds + 0.1;
            Show($"cost {CostText.Show(value.Cost, costScale)}   bound {CostText.Show(value.LowerBound, costScale)}   gap {CostText.Gap(value.Gap)}   {value.Seconds:0.0} s   (Ctrl-C keeps the best plan)");
        }
    }

    /// <summary>Removes the line.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_shown > 0)
            {
                Show("");
                error.Write('\r');
            }
        }
    }

    private void Show(string text)
    {
        var line = text.Length < width ? text : text[..(width - 1)];
        error.Write('\r' + line.PadRight(_shown));
        error.Flush();
        _shown = line.Length;
    }
}
