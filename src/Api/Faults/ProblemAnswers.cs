using BerthOpt.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace BerthOpt.Api;

/// <summary>Turns every exception, and every bare status of the framework, into a <see cref="ProblemAnswer"/>. No caller sees a stack trace.</summary>
internal sealed partial class ProblemAnswers(ILogger<ProblemAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            InvalidInputException input => ProblemAnswer.Of(input.Faults),
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
    public static void AddProblemAnswers(this WebApplicationBuilder builder) => builder.Services.AddExceptionHandler<ProblemAnswers>();

    public static void UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => new ProblemAnswer(context.HttpContext.Response.StatusCode, Explain(context.HttpContext)).ExecuteAsync(context.HttpContext));
    }

    private static string Explain(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this path. Maybe /openapi/v1.json helps.",
        StatusCodes.Status405MethodNotAllowed => $"This path does not take {http.Request.Method}; expected {http.Response.Headers.Allow}.",
        _ => "The request cannot be answered.",
    };
}
