using BerthOpt.Bench.Peers;
using BerthOpt.Bench.Quality;

return BenchCommand.Run(args, PeerOptions.Usage, (rest, cancellation) => BerthPeers.Run(PeerOptions.Parse(rest), cancellation));
