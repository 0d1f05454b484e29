using System.Globalization;
using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>What to run, how long, and where the results go.</summary>
internal sealed record QualityOptions
{
    public const string Usage = """
        dotnet run -c Release --project bench/Quality -- berths [options]
          --sets a,b      only sets whose name contains one of these (cordeau-i2, bacasp-GenMB, ...); default all
          --names a,b     only instances whose file name contains one of these; default all
          --first n       only the first n instances of each set; default all
          --time s        seconds for each run; default 10
          --work n        work limit for each run instead of the time limit: the same results on every machine
          --seeds n       runs of each instance, with the seeds 1 to n; default 3
          --threads n     threads of a run; default 2
          --instances f   folder of the instances and of best-known.csv; default the environment variable BERTHOPT_INSTANCES,
                          else shared/instances beside the repository
          --out f         folder for berths.csv, berths-runs.csv and berths.md; default none, Markdown to standard output
        """;

    public string[] Sets { get; private init; } = [];

    public string[] Names { get; private init; } = [];

    public int First { get; private init; } = int.MaxValue;

    public double Seconds { get; private init; } = 10;

    public long? Work { get; private init; }

    public int Seeds { get; private init; } = 3;

    public int Threads { get; private init; } = 2;

    public string Instances { get; private init; } =
        Environment.GetEnvironmentVariable("BERTHOPT_INSTANCES") is { Length: > 0 } folder ? folder : Path.Combine("..", "shared", "instances");

    public string? Out { get; private init; }

    public static QualityOptions Parse(IReadOnlyList<string> words)
    {
        var options = new QualityOptions();
        var faults = new List<Fault>();
        for (var index = 0; index < words.Count; index += 2)
        {
            var name = words[index];
            var value = index + 1 < words.Count ? words[index + 1] : "";
            var list = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            long Whole(long max)
            {
                if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
                {
                    return number;
                }

                faults.Add(new Fault("bad-number", name, $"is \"{value}\"; expected a whole number from 1 to {max}."));
                return 1;
            }

            options = name switch
            {
                "--sets" => options with { Sets = list },
                "--names" => options with { Names = list },
                "--first" => options with { First = (int)Whole(int.MaxValue) },
                "--time" => options with { Seconds = Whole(86_400) },
                "--work" => options with { Work = Whole(long.MaxValue) },
                "--seeds" => options with { Seeds = (int)Whole(1000) },
                "--threads" => options with { Threads = (int)Whole(256) },
                "--instances" => options with { Instances = value },
                "--out" => options with { Out = value },
                _ => Unknown(options, name),
            };
        }

        return faults.Count == 0 ? options : throw new InvalidInputException(faults);

        QualityOptions Unknown(QualityOptions same, string name)
        {
            faults.Add(new Fault("usage", name, $"is no option.{Environment.NewLine}{Usage}"));
            return same;
        }
    }
}
