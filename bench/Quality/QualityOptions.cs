namespace BerthOpt.Bench.Quality;

/// <summary>What to run, how long, and where the results go.</summary>
internal sealed record QualityOptions
{
    public const string Usage = $"""
        dotnet run -c Release --project bench/Quality -- berths|cranes|empties [options]
        {CaseSelection.Usage}
          --time s        seconds for each run; default 10
          --work n        work limit for each run instead of the time limit: the same results on every machine
          --seeds n       runs of each instance, with the seeds 1 to n; default 3
          --threads n     threads of a run; default 2
          --out f         folder for berths.csv, berths-runs.csv and berths.md, or those of cranes; default none, Markdown to standard output
          --plans f       folder for the best valid plan of each instance as CSV, in a folder for each set; default none
        """;

    public CaseSelection Cases { get; private init; } = new();

    public double Seconds { get; private init; } = 10;

    public long? Work { get; private init; }

    public int Seeds { get; private init; } = 3;

    public int Threads { get; private init; } = 2;

    public string? Out { get; private init; }

    public string? Plans { get; private init; }

    public static QualityOptions Parse(IReadOnlyList<string> words) => new OptionWords(Usage).Read(words, new QualityOptions(), (options, word) => word.Name switch
    {
        "--time" => options with { Seconds = word.Whole(86_400) },
        "--work" => options with { Work = word.Whole(long.MaxValue) },
        "--seeds" => options with { Seeds = (int)word.Whole(1000) },
        "--threads" => options with { Threads = (int)word.Whole(256) },
        "--out" => options with { Out = word.Value },
        "--plans" => options with { Plans = word.Value },
        _ => options.Cases.With(word) is { } cases ? options with { Cases = cases } : null,
    });
}
