namespace BerthOpt.Bench.Quality;

/// <summary>Which instances to run.</summary>
internal sealed record CaseSelection
{
    public const string Usage = """
          --sets a,b      only sets whose name contains one of these (cordeau-i2, bacasp-GenMB, kim-park, ...); default all
          --names a,b     only instances whose file name contains one of these; default all
          --first n       only the first n instances of each set; default all
          --instances f   folder of the instances and of best-known.csv; default the environment variable BERTHOPT_INSTANCES,
                          else shared/instances beside the repository
        """;

    public string[] Sets { get; private init; } = [];

    public string[] Names { get; private init; } = [];

    public int First { get; private init; } = int.MaxValue;

    public string Instances { get; private init; } =
        Environment.GetEnvironmentVariable("BERTHOPT_INSTANCES") is { Length: > 0 } folder ? folder : Path.Combine("..", "shared", "instances");

    /// <summary>The selection with the option at hand; null when that is none of a selection's.</summary>
    public CaseSelection? With(OptionWords words) => words.Name switch
    {
        "--sets" => this with { Sets = words.List },
        "--names" => this with { Names = words.List },
        "--first" => this with { First = (int)words.Whole(int.MaxValue) },
        "--instances" => this with { Instances = words.Value },
        _ => null,
    };
}
