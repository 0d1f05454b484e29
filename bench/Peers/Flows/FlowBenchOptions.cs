using BerthOpt.Bench.Quality;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>What to run, how often, and where the results go.</summary>
internal sealed record FlowBenchOptions
{
    public const string Usage = $"""
        dotnet run -c Release --project bench/Peers -- empties [options]
        {CaseSelection.Usage}
          --repeats n     least number of runs of each solver; default 3
          --warm s        seconds for which a solver is run over and over; the second half of its runs counts; default 2
          --time s        seconds after which a solver is given up on an instance; default 60
          --solvers a,b   of berthopt, simplex, lemon-ns, lemon-cs, or-tools, glop (empties-types: berthopt, glop, pdlp, highs, clp); default all
          --out f         folder for flows.csv and flows.md; default none, Markdown to standard output
        """;

    public CaseSelection Cases { get; private init; } = new();

    public int Repeats { get; private init; } = 3;

    public int Warm { get; private init; } = 2;

    public TimeSpan Limit { get; private init; } = TimeSpan.FromSeconds(60);

    public string[] Solvers { get; init; } = ["berthopt", "simplex", "lemon-ns", "lemon-cs", "or-tools", "glop", "pdlp", "highs", "clp"];

    public string? Out { get; private init; }

    public static FlowBenchOptions Parse(IReadOnlyList<string> words) => new OptionWords(Usage).Read(words, new FlowBenchOptions(), (options, word) => word.Name switch
    {
        "--repeats" => options with { Repeats = (int)word.Whole(1000) },
        "--warm" => options with { Warm = (int)word.Whole(600) },
        "--time" => options with { Limit = TimeSpan.FromSeconds(word.Whole(86_400)) },
        "--solvers" => options with { Solvers = word.List },
        "--out" => options with { Out = word.Value },
        _ => options.Cases.With(word) is { } cases ? options with { Cases = cases } : null,
    });
}
