using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BerthOpt.Api;

/// <summary>What is wrong with a request, as RFC 9457 has it.</summary>
internal sealed class RequestProblem : ProblemDetails
{
    /// <summary>Every fault of the body, the first hundred of a document in full; empty when the body is not to blame.</summary>
    public IReadOnlyList<RequestFault> Errors { get; init; } = [];
}

/// <summary>One fault of a body.</summary>
/// <param name="Pointer">Where: a JSON Pointer (RFC 6901) into the request; empty for the whole.</param>
/// <param name="Code">Stable code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Message">What was found, what was expected, and often a "Maybe ...".</param>
internal sealed record RequestFault(string Pointer, string Code, string Message)
{
    /// <summary>A fault of a document; where its place is no pointer, such as a line, it goes into the message.</summary>
    public static RequestFault Of(Fault fault) => fault.Place is "" or ['/', ..]
        ? new RequestFault(fault.Place, fault.Code, fault.Message)
        : new RequestFault("", fault.Code, $"{fault.Place}: {fault.Message}");
}

/// <summary>An answer of <c>application/problem+json</c>; in JSON also to who speaks MessagePack, since that has no such type.</summary>
internal sealed class ProblemAnswer(int status, string detail, ImmutableArray<Fault> faults = default, int? retryAfterSeconds = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new RequestProblem
            {
                Title = ReasonPhrases.GetReasonPhrase(status),
                Status = status,
                Detail = detail,
                Errors = [.. faults.IsDefault ? [] : faults.Select(RequestFault.Of)],
            },
            AnswerJson.Options);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Problem;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString();
        }

        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    /// <summary>The answer to an input that cannot be used: 400 when it cannot be parsed, 413 when it is too large, 422 when it says something wrong.</summary>
    public static ProblemAnswer Of(ImmutableArray<Fault> faults) => new(StatusOf(faults), Detail(faults), faults);

    private static int StatusOf(ImmutableArray<Fault> faults) => faults[0].Code switch
    {
        "bad-json" or "truncated-json" or "bad-msgpack" or "truncated-msgpack" or "too-deep" => StatusCodes.Status400BadRequest,
        "too-large" => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string Detail(ImmutableArray<Fault> faults) => faults.Length == 1 ? $"{faults[0]}" : $"{faults.Length} faults, the first of them: {faults[0]}";
}
