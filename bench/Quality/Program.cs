using BerthOpt.Bench.Quality;

return BenchCommand.Run(args, QualityOptions.Usage, new Dictionary<string, Func<string[], CancellationToken, int>>
{
    ["berths"] = (rest, cancellation) => Run("berths", BerthCase.Read, rest, cancellation),
    ["cranes"] = (rest, cancellation) => Run("cranes", CraneCase.Read, rest, cancellation),
    ["empties"] = (rest, cancellation) => Run("empties", EmptiesCase.Read, rest, cancellation),
});

static int Run(string problem, Func<CaseSelection, IReadOnlyList<QualityCase>> read, string[] words, CancellationToken cancellation)
{
    var options = QualityOptions.Parse(words);
    return QualityBench.Run(problem, read(options.Cases), options, cancellation);
}
