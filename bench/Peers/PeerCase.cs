using BerthOpt.Bench.Quality;

namespace BerthOpt.Bench.Peers;

/// <summary>An instance for all solvers.</summary>
/// <param name="Case">The instance.</param>
/// <param name="Problem">Its problem.</param>
/// <param name="Judge">The checker: cost of a plan, and the first broken rule, null for none.</param>
internal sealed record PeerCase<TProblem, TPlan>(QualityCase Case, TProblem Problem, Func<TPlan, (long Cost, string? Fault)> Judge)
    where TPlan : class;
