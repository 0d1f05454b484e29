using BerthOpt.Cli.Output;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cli.Output;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void It_says_cost_bound_gap_and_time_in_the_units_of_the_instance()
    {
        new ProgressLine(_error, 10, 120).Report(new SolveProgress(20_000, 15_000, 1.5, 7));

        Assert.StartsWith("\rcost 2,000   bound 1,500   gap 25 %   1.5 s", _error.ToString());
    }

    [Fact]
    public void It_says_a_dash_for_what_is_not_known()
    {
        new ProgressLine(_error, 1, 120).Report(new SolveProgress(null, null, 0, 0));

        Assert.StartsWith("\rcost -   bound -   gap -   0.0 s", _error.ToString());
    }

    [Fact]
    public void It_is_never_wider_than_the_terminal_and_is_shown_at_most_ten_times_a_second()
    {
        var line = new ProgressLine(_error, 1, 20);
        for (var report = 0; report < 100; report++)
        {
            line.Report(new SolveProgress(report, 0, report / 100.0, 0));
        }

        var shown = _error.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(shown.Length, 9, 11);
        Assert.All(shown, text => Assert.Equal(19, text.Length));
    }

    [Fact]
    public void Nothing_is_left_of_it()
    {
        var line = new ProgressLine(_error, 1, 20);
        line.Report(new SolveProgress(1, 0, 0, 0));
        line.Clear();
        line.Clear();

        Assert.EndsWith('\r' + new string(' ', 19) + '\r', _error.ToString());
        Assert.Equal(3, _error.ToString().Count(c => c == '\r'));
    }
}
