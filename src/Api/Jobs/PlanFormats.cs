using System.Net.Mime;
using System.Text;

namespace BerthOpt.Api;

/// <summary>How a stored plan can be had.</summary>
/// <param name="Name">Media type.</param>
/// <param name="Write">Makes the answer.</param>
internal sealed record PlanFormat(string Name, Func<JobDocuments, byte[], IResult> Write);

/// <summary>The formats of plans, chosen by <c>Accept</c>.</summary>
internal static class PlanFormats
{
    private const string Utf8 = "; charset=utf-8";
    private const string SvgName = "image/svg+xml";

    private static readonly PlanFormat _json = new(MediaTypes.Json, (_, plan) => new RawAnswer(plan, MediaTypes.Json));
    private static readonly PlanFormat _messagePack = new(MediaTypes.MessagePack, (_, plan) => new RawAnswer(MessagePackText.FromJson(plan), MediaTypes.MessagePack));
    private static readonly PlanFormat _csv = new(MediaTypeNames.Text.Csv, (documents, plan) => Text(Open(documents, plan).Plan.Csv(), MediaTypeNames.Text.Csv + Utf8));
    private static readonly PlanFormat _svg = new(SvgName, Svg);

    /// <summary>Names of the formats beside JSON.</summary>
    public static IReadOnlyList<string> Names { get; } = [_messagePack.Name, _csv.Name, _svg.Name];

    /// <summary>The format that the caller likes best.</summary>
    /// <exception cref="BadHttpRequestException">406: he takes none.</exception>
    public static PlanFormat OfAnswer(HttpRequest request) =>
        MediaTypes.Best(request, (_json, [_json.Name]), (_messagePack, MediaTypes.MessagePackNames), (_csv, [_csv.Name]), (_svg, [_svg.Name]));

    private static RawAnswer Svg(JobDocuments documents, byte[] plan)
    {
        var (problem, judged) = Open(documents, plan);
        var bound = documents.Job.Findings.LowerBound is { } outside ? (long?)decimal.Round(outside * problem.CostScale) : null;
        return Text(judged.Svg(bound), SvgName + Utf8);
    }

    private static RawAnswer Text(string text, string type) => new(Encoding.UTF8.GetBytes(text), type);

    private static (OpenProblem Problem, JudgedPlan Plan) Open(JobDocuments documents, byte[] plan) =>
        ProblemKinds.Find(documents.Job.Kind) is { } kind && kind.TryRead(documents.Problem, out var problem, out _) && problem.TryReadPlan(plan, out var judged, out _)
            ? (problem, judged)
            : throw new InvalidDataException($"Job {documents.Job.Id} holds documents that this version cannot read.");
}
