using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>An instance of a set, and what is known of it.</summary>
/// <param name="Set">Folder of the set.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Known">What others have reached and proven.</param>
internal abstract record QualityCase(string Set, string File, BestKnown Known)
{
    /// <summary>The reading of its format; empty where there is one only.</summary>
    public abstract string Variant { get; }

    /// <summary>Grid costs in one unit of cost of the instance.</summary>
    public abstract decimal CostScale { get; }

    /// <summary>Whether costs and bounds mean the same as the published ones, so that a bound above a published plan is a contradiction.</summary>
    public virtual bool HasPublishedGrid => true;

    /// <summary>Solves it and judges the result.</summary>
    public abstract QualityRun Run(SolverOptions limits, CancellationToken cancellation);
}
