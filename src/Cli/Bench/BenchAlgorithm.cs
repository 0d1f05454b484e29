using System.CommandLine;
using System.CommandLine.Parsing;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Cli.Bench;

/// <summary>A set of options of <c>berthopt solve</c> under a name.</summary>
internal sealed class BenchAlgorithm
{
    private readonly LimitOptions _limits = new("10s");
    private readonly RollingReader _rolling = new();
    private readonly ParseResult _parse;

    private BenchAlgorithm(string name, IReadOnlyList<string> words)
    {
        Name = name;
        Words = string.Join(' ', words);
        var command = new Command("algorithm");
        _limits.AddTo(command);
        _rolling.AddTo(command);
        _parse = command.Parse([.. words]);
        if (_parse.Errors.Count > 0)
        {
            throw new UsageException($"Option --algorithm \"{name}\" cannot be used: {_parse.Errors[0].Message}");
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its options.</summary>
    public string Words { get; }

    /// <summary>Reads algorithms.</summary>
    /// <param name="given">Each as <c>name=options</c>; none for one that is called default.</param>
    /// <param name="shared">Options of all, each with its value; an algorithm's own ones go before.</param>
    /// <exception cref="UsageException">One cannot be used, or a name stands twice.</exception>
    public static IReadOnlyList<BenchAlgorithm> Read(IReadOnlyCollection<string> given, IReadOnlyList<string[]> shared)
    {
        BenchAlgorithm[] all = [.. given.DefaultIfEmpty("default=").Select(text => Read(text, shared))];
        return all.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == all.Length ? all
            : throw new UsageException("Two of --algorithm have the same name; expected a name of its own for each.");
    }

    /// <summary>Refuses problems of a kind that it cannot solve.</summary>
    public void Refuse(Instance instance) => _rolling.Refuse(_parse, instance);

    /// <summary>Who solves with it.</summary>
    public Host Solver(Host host) => _rolling.Choose(_parse, host);

    /// <summary>Its limits for a problem.</summary>
    public SolverOptions Limits(Instance instance, ulong seed) => _limits.Read(_parse, instance.CostScale) with { Seed = seed };

    private static BenchAlgorithm Read(string text, IReadOnlyList<string[]> shared)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } name, var options])
        {
            throw new UsageException($"Option --algorithm is \"{text}\"; expected name=options, such as \"windows=--rolling --window 40\".");
        }

        var own = CommandLineParser.SplitCommandLine(options).ToList();
        return own.Contains("--seed") ? throw new UsageException($"Option --algorithm \"{name}\" has a seed of its own; expected --seed and --seeds of the bench alone.")
            : new BenchAlgorithm(name, [.. shared.Where(option => option[0] != "--seed" && !own.Contains(option[0])).SelectMany(option => option), .. own]);
    }
}
