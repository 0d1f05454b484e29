using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// The engine for problems at discrete berths in which a plan is no more than an order of calls at each berth, every call starting
/// as early as it can.
/// </summary>
internal static class DiscreteEngine
{
    /// <summary>
    /// Whether the engine can do the problem exactly as stated: discrete quays alone; handling, cost and limits by call and berth;
    /// costs of waiting, stay, lateness, deviation and place changes; nothing that ties calls at different berths together, nothing
    /// that can make a later start cheaper than an earlier one, and no optional calls.
    /// </summary>
    public static bool Accepts(BerthProblem problem) => TryModel(problem) is not null;

    /// <summary>The model of a problem that the engine accepts; null for others, and when the run ended before it was done.</summary>
    public static DiscreteModel? TryModel(BerthProblem problem, StopMonitor? stop = null) => DiscreteModelBuilder.TryBuild(problem, stop);

    /// <summary>A lane of search; lanes of other numbers draw other random numbers from the same seed.</summary>
    /// <exception cref="ArgumentException">The engine does not accept the problem.</exception>
    public static ISearchLane<BerthPlan> CreateLane(BerthProblem problem, SolverOptions options, int lane) => CreateLane(problem, ModelOf(problem), options, lane);

    /// <summary>A lane of search on a model of the problem that is there already.</summary>
    public static ISearchLane<BerthPlan> CreateLane(BerthProblem problem, DiscreteModel model, SolverOptions options, int lane) => model switch
    {
        { WaitingOnly: true, HasLimits: false } => new DiscreteLane<WaitingCost>(problem, model, options, lane),
        { WaitingOnly: true } => new DiscreteLane<LimitedCost>(problem, model, options, lane),
        _ => new DiscreteLane<GeneralCost>(problem, model, options, lane),
    };

    /// <summary>The lower bound of the problem.</summary>
    /// <exception cref="ArgumentException">The engine does not accept the problem.</exception>
    public static IBoundProcess CreateBound(BerthProblem problem) => new DiscreteBound(problem, ModelOf(problem));

    private static DiscreteModel ModelOf(BerthProblem problem) =>
        TryModel(problem) ?? throw new ArgumentException($"Problem \"{problem.Name}\" has more in it than orders of calls at discrete berths.", nameof(problem));
}
