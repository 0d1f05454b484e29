using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Cli.Output;

/// <summary>The one line that <c>solve --json</c> prints; its properties and their order are fixed.</summary>
internal static class ResultLine
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    /// <param name="instance">What was solved.</param>
    /// <param name="result">What the solver found.</param>
    /// <param name="verdict">What the checker says.</param>
    /// <param name="conflict">What cannot hold together, where there is no plan; null where that is not known.</param>
    /// <param name="changes">Writes how far the plan departs from another one; null where it is no change of one.</param>
    public static string Of(Instance instance, SolveResult<JudgedPlan> result, Verdict verdict, Conflict? conflict = null, Action<Utf8JsonWriter>? changes = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("problem", instance.Kind);
            json.WriteString("instance", instance.Name);
            json.WriteString("status", Kebab(result.Status));
            json.WriteString("reason", Kebab(result.StopReason));
            Number(json, "cost", CostText.Of(result.Cost, instance.CostScale));
            Number(json, "lowerBound", CostText.Of(result.LowerBound, instance.CostScale));
            Number(json, "gap", result.Gap is { } gap && double.IsFinite(gap) ? (decimal)gap : null);
            json.WriteString("boundMethod", result.BoundMethod);
            json.WriteNumber("seconds", Math.Round(result.Statistics.Seconds, 6));
            json.WriteNumber("secondsToBest", Math.Round(result.Statistics.SecondsToBest, 6));
            json.WriteNumber("work", result.Statistics.Work);
            json.WriteNumber("seed", result.Statistics.Seed);
            json.WriteNumber("threads", result.Statistics.Threads);
            json.WriteString("checker", verdict.Word);
            json.WriteString("planHash", verdict.PlanHash);
            if (conflict is not null)
            {
                json.WritePropertyName("conflict");
                json.WriteRawValue(conflict.Json);
            }

            if (changes is not null)
            {
                json.WritePropertyName("changes");
                changes(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary><c>TimeLimit</c> becomes <c>time-limit</c>.</summary>
    public static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
