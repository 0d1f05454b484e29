using System.CommandLine;
using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Options;

/// <summary>The options that cut a long problem into windows.</summary>
internal sealed class RollingReader
{
    private const string Expected = "a whole number of calls or periods, 2 or more";
    private static readonly RollingOptions _defaults = new();
    private static readonly RollingEmptiesOptions _empties = new();

    private readonly Option<bool> _rolling = TypedOption.Switch("--rolling", "Plan window by window, for horizons of months: what has begun when the next window opens stays as it is.");

    private readonly Option<int?> _window = TypedOption.Of<int?>(
        "--window", $"Calls in a window of --rolling, or periods where empties are planned. Default {_defaults.WindowCalls} calls, {_empties.WindowPeriods} periods.", Expected, (string text, out int? value) => Read(text, 2, out value), null);

    private readonly Option<int?> _overlap = TypedOption.Of<int?>(
        "--overlap", $"Calls or periods at the end of a window of --rolling that the next one plans again. Default a third of the window, and of empties all but {_empties.StepPeriods} periods.", "a whole number of calls or periods, 0 or more", (string text, out int? value) => Read(text, 0, out value), null);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_rolling);
        command.Add(_window);
        command.Add(_overlap);
    }

    /// <summary>The solver that they ask for.</summary>
    /// <exception cref="UsageException">They do not fit each other.</exception>
    public Host Choose(ParseResult parse, Host host)
    {
        if (!parse.GetValue(_rolling))
        {
            return parse.GetValue(_window) is null && parse.GetValue(_overlap) is null ? host
                : throw new UsageException("Options --window and --overlap say how --rolling cuts a problem; expected --rolling with them.");
        }

        var window = parse.GetValue(_window) ?? _defaults.WindowCalls;
        var overlap = parse.GetValue(_overlap) ?? window / 3;
        if (overlap >= window)
        {
            throw new UsageException($"Option --overlap is {overlap}; expected less than the window, {window}.");
        }

        var periods = Math.Min(parse.GetValue(_window) ?? _empties.WindowPeriods, EmptiesProblem.MaxPeriods);
        var rolling = new RollingOptions { WindowCalls = window, OverlapCalls = overlap };
        var empties = new RollingEmptiesOptions { WindowPeriods = periods, StepPeriods = parse.GetValue(_overlap) is { } again ? Math.Max(1, periods - again) : Math.Min(periods, _empties.StepPeriods) };
        return host with
        {
            SolveBerths = (problem, options, progress, cancellation) => RollingBerthSolver.Solve(problem, rolling, options, progress, cancellation),
            SolveEmpties = (problem, options, progress, cancellation) => RollingEmptiesSolver.Solve(problem, empties, options, progress, cancellation),
        };
    }

    /// <summary>Refuses what cannot be cut into windows.</summary>
    /// <exception cref="UsageException">The options are given, and the problem is of another kind.</exception>
    public void Refuse(ParseResult parse, Instance instance)
    {
        if (parse.GetValue(_rolling) && instance is not (Instance<BerthProblem, BerthPlan> or Instance<EmptiesProblem, EmptiesPlan>))
        {
            throw new UsageException($"Option --rolling plans berths and empties window by window, and \"{Printable.Of(instance.Name)}\" is a problem of {instance.Kind}; expected a problem of berths or empties, or no --rolling.");
        }
    }

    private static bool Read(string text, int least, out int? value)
    {
        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = number;
        return ok && number >= least;
    }
}
