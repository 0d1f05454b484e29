using BerthOpt.Bench.Quality;

return BenchCommand.Run(args, QualityOptions.Usage, (rest, cancellation) => BerthQuality.Run(QualityOptions.Parse(rest), cancellation));
