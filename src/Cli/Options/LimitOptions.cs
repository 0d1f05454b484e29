using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BerthOpt.Search;

namespace BerthOpt.Cli.Options;

/// <summary>The options of a run: limits, seed and threads.</summary>
/// <param name="defaultTime">Time limit when neither time nor work is limited.</param>
internal sealed class LimitOptions(string defaultTime)
{
    private readonly Option<TimeSpan?> _time = TypedOption.Of<TimeSpan?>(
        "--time-limit", $"Stop after this time: 10s, 500ms, 2m, 1h; a plain number means seconds. Default {defaultTime}, or none when there is a work limit.",
        Duration.Expected, ReadTime, null);

    private readonly Option<long?> _work = TypedOption.Of<long?>(
        "--work-limit", "Stop after this much work, which does not depend on the machine: the same seed and work limit give the same plan. Default none.",
        "a whole number of 0 or more", ReadWork, null);

    private readonly Option<double> _gap = TypedOption.Of(
        "--gap", "Stop when (cost - bound) / cost is at most this: 0 to 1, or 0% to 100%.",
        "0 to 1, or 0% to 100%", ReadGap, 0.0);

    private readonly Option<decimal?> _target = TypedOption.Of<decimal?>(
        "--target", "Stop at a plan that costs this or less, in the units of the instance. Default none.",
        "a cost, such as 1234 or 12.5", ReadTarget, null);

    private readonly Option<ulong> _seed = TypedOption.Seed();

    private readonly Option<int> _threads = TypedOption.Of(
        "--threads", "Threads to use, 1 to 256; they do not change the plan of a run with a work limit.",
        "1 to 256", ReadThreads, new SolverOptions().Threads);

    private readonly Option<bool> _searchAlone = TypedOption.Switch("--no-bounds", "Search alone: prove nothing that takes work.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_time);
        command.Add(_work);
        command.Add(_gap);
        command.Add(_target);
        command.Add(_seed);
        command.Add(_threads);
        command.Add(_searchAlone);
    }

    /// <summary>The solver's options for a problem whose costs are scaled by <paramref name="costScale"/>.</summary>
    public SolverOptions Read(ParseResult parse, int costScale)
    {
        var time = parse.GetValue(_time);
        var work = parse.GetValue(_work);
        return new SolverOptions
        {
            TimeLimit = time ?? (work is null && Duration.TryParse(defaultTime, out var fallback) ? fallback : null),
            WorkLimit = work,
            Gap = parse.GetValue(_gap),
            Target = parse.GetValue(_target) is { } target ? ToGrid(target, costScale) : null,
            Seed = Seed(parse),
            Threads = parse.GetValue(_threads),
            Bounds = !parse.GetValue(_searchAlone),
        };
    }

    /// <summary>The words of those options that are given, each with its value.</summary>
    public IReadOnlyList<string[]> Given(ParseResult parse) =>
    [
        .. new Option[] { _time, _work, _gap, _target, _seed, _threads, _searchAlone }.Select(parse.GetResult).OfType<OptionResult>().Where(given => !given.Implicit)
            .Select(given => (string[])[given.Option.Name, .. given.Tokens.Select(token => token.Value)]),
    ];

    /// <summary>The seed alone.</summary>
    public ulong Seed(ParseResult parse) => parse.GetValue(_seed);

    /// <summary>The greatest whole grid cost that is not above the target.</summary>
    private static long ToGrid(decimal target, int costScale) => (long)Math.Clamp(decimal.Floor(target * costScale), long.MinValue, long.MaxValue);

    private static bool ReadTime(string text, out TimeSpan? value)
    {
        var ok = Duration.TryParse(text, out var duration);
        value = duration;
        return ok;
    }

    private static bool ReadWork(string text, out long? value)
    {
        var ok = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var work);
        value = work;
        return ok;
    }

    private static bool ReadGap(string text, out double value)
    {
        var percent = text.EndsWith('%');
        var ok = double.TryParse(percent ? text[..^1] : text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
        value = percent ? value / 100 : value;
        return ok && value is >= 0 and <= 1;
    }

    private static bool ReadTarget(string text, out decimal? value)
    {
        var ok = decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var target);
        value = target;
        return ok && Math.Abs(target) <= long.MaxValue;
    }

    private static bool ReadThreads(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= 256;
}
