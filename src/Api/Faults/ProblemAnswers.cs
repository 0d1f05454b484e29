using BerthOpt.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace BerthOpt.Api;

/// <summary>Turns every exception, and every bare status of the framework, into a <see cref="ProblemAnswer"/>. No caller sees a stack trace.</summary>
internal sealed partial class ProblemAnswers(ILogger<ProblemAnswers> log) : IExceptionHandler
{
    private const int StoreRetrySeconds = 2;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            InvalidInputException input => ProblemAnswer.Of(input.Faults),
            JobStoreException { Full: true } => new ProblemAnswer(StatusCodes.Status507InsufficientStorage, "The service has no room for more. Maybe remove jobs that are no longer needed."),
            JobStoreException => new ProblemAnswer(StatusCodes.Status503ServiceUnavailable, "The store of jobs does not answer now.", retryAfterSeconds: StoreRetrySeconds),
            BadHttpRequestException request => new ProblemAnswer(request.StatusCode, request.Message),
            _ => OwnDefect(httpContext, exception),
        };
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private ProblemAnswer OwnDefect(HttpContext http, Exception exception)
    {
        LogDefect(exception, http.TraceIdentifier);
        return new ProblemAnswer(StatusCodes.Status500InternalServerError, $"The service has a defect; the request is not to blame. It is in the log under {http.TraceIdentifier}.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {TraceIdentifier} met a defect of the service.")]
    private partial void LogDefect(Exception exception, string traceIdentifier);
}

/// <summary>Adds the answers to what goes wrong.</summary>
internal static class ProblemAnswersSetup
{
    public static void AddProblemAnswers(this IServiceCollection services) => services.AddExceptionHandler<ProblemAnswers>();

    public static void UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => new ProblemAnswer(context.HttpContext.Response.StatusCode, Explain(context.HttpContext)).ExecuteAsync(context.HttpContext));
    }

    private static string Explain(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => "A key is needed, in \"Authorization: Bearer\" or \"X-Api-Key\", or a token where tokens are taken; none was given that opens anything.",
        StatusCodes.Status404NotFound => "There is nothing at this path. Maybe /openapi/v1.json helps.",
        StatusCodes.Status405MethodNotAllowed => $"This path does not take {http.Request.Method}; expected {http.Response.Headers.Allow}.",
        _ => "The request cannot be answered.",
    };
}
