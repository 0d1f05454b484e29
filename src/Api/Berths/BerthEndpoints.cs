using BerthOpt.Berths;
using BerthOpt.Search;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Solves a berth problem; the facade in the service, anything in a test.</summary>
internal delegate SolveResult<BerthPlan> BerthSolve(BerthProblem problem, SolverOptions options, CancellationToken cancellation);

/// <summary>Berths: solve a problem, validate one, evaluate a plan.</summary>
internal static class BerthEndpoints
{
    /// <summary>Seconds until the caller of a full service may come again.</summary>
    private const int RetryAfterSeconds = 5;

    public static void AddBerths(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<BerthSolve>((problem, options, cancellation) => BerthSolver.Solve(problem, options, null, cancellation));

    public static void MapBerthEndpoints(this IEndpointRouteBuilder routes)
    {
        var berths = routes.MapGroup("/v1/berths").WithTags("berths");
        berths.MapPost("/solve", Solve).WithSummary("Plans berths: a checked plan, its cost, and a lower bound on the cost of any plan.").Answers<SolveAnswer>()
            .Produces<RequestProblem>(StatusCodes.Status429TooManyRequests, MediaTypes.Problem);
        berths.MapPost("/validate", Validate).WithSummary("Says whether a problem, with or without options, can be solved; tells all faults; solves nothing.").Answers<ValidateAnswer>();
        berths.MapPost("/evaluate", Evaluate).WithSummary("Judges a plan: every rule that it breaks, its cost by term, and what a terminal asks of it.").Answers<EvaluateAnswer>();
    }

    private static async Task<IResult> Solve(HttpContext http, BerthSolve solve, SolveGate gate, IOptions<RequestLimits> limits, IHostApplicationLifetime lifetime)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits.Value);
        var (problem, settings) = BerthRequest.ReadSolve(body.Json.Span);
        SolveSize.Check(problem, limits.Value.SolveSize);
        using var place = gate.TryEnter();
        if (place is null)
        {
            return new ProblemAnswer(
                StatusCodes.Status429TooManyRequests,
                $"{limits.Value.ConcurrentSolves} solves are running, which is all that this service runs at a time. Maybe come again in {RetryAfterSeconds} seconds.",
                retryAfterSeconds: RetryAfterSeconds);
        }

        // Who hangs up needs no plan; who stays when the service shuts down gets the best one so far.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var result = await Task.Factory.StartNew(
            () => solve(problem, settings.ToOptions(problem.Grid), stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        http.RequestAborted.ThrowIfCancellationRequested();
        return new Answer<SolveAnswer>(SolveAnswer.Of(problem, result), body.Answer);
    }

    private static async Task<IResult> Validate(HttpContext http, IOptions<RequestLimits> limits)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits.Value);
        var (problem, _) = BerthRequest.ReadSolve(body.Json.Span);
        SolveSize.Check(problem, limits.Value.SolveSize);
        return new Answer<ValidateAnswer>(ValidateAnswer.Of(problem), body.Answer);
    }

    private static async Task<IResult> Evaluate(HttpContext http, IOptions<RequestLimits> limits)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits.Value);
        var (problem, plan) = BerthRequest.ReadEvaluate(body.Json.Span);
        return new Answer<EvaluateAnswer>(EvaluateAnswer.Of(problem, plan), body.Answer);
    }

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route)
    {
        route.Produces<T>(StatusCodes.Status200OK, MediaTypes.Json, MediaTypes.MessagePack);
        foreach (var status in new[] { 400, 406, 413, 415, 422 })
        {
            route.Produces<RequestProblem>(status, MediaTypes.Problem);
        }

        return route;
    }
}
