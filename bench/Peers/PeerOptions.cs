using BerthOpt.Bench.Quality;

namespace BerthOpt.Bench.Peers;

/// <summary>What to run, how long, and where the results go.</summary>
internal sealed record PeerOptions
{
    public const string Usage = $"""
        dotnet run -c Release --project bench/Peers -- berths|cranes|empties [options]
        {CaseSelection.Usage}
          --time s        seconds for each solver on each instance; default 10
          --threads n     threads of each solver; default 2
          --seed n        seed of each solver that takes one; default 1
          --mip name      solver of the time-indexed model of berths: highs, scip or none; default highs
          --out f         folder for peers.csv and peers.md; default none, Markdown to standard output
        """;

    public CaseSelection Cases { get; private init; } = new();

    public PeerLimits Limits { get; private init; } = new(10, 2, 1);

    public string Mip { get; private init; } = "highs";

    public string? Out { get; private init; }

    public static PeerOptions Parse(IReadOnlyList<string> words) => new OptionWords(Usage).Read(words, new PeerOptions(), (options, word) => word.Name switch
    {
        "--time" => options with { Limits = options.Limits with { Seconds = word.Whole(86_400) } },
        "--threads" => options with { Limits = options.Limits with { Threads = (int)word.Whole(256) } },
        "--seed" => options with { Limits = options.Limits with { Seed = (int)word.Whole(int.MaxValue) } },
        "--mip" => options with { Mip = word.OneOf("highs", "scip", "none") },
        "--out" => options with { Out = word.Value },
        _ => options.Cases.With(word) is { } cases ? options with { Cases = cases } : null,
    });
}

/// <summary>What each solver gets.</summary>
/// <param name="Seconds">Wall-clock seconds from the problem to the answer, the building of models included.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Seed">Seed of random numbers.</param>
internal sealed record PeerLimits(double Seconds, int Threads, int Seed);
