using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BerthOpt.Berths;
using BerthOpt.Cli.Files;

namespace BerthOpt.Cli.Output;

/// <summary>The one line that <c>check --json</c> prints.</summary>
internal static class CheckLine
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    public static string Of(NamedInstance instance, BerthCheck check, BerthKpis kpis, string planHash)
    {
        var problem = instance.Problem;
        string? Id(int call) => call >= 0 && call < problem.Calls.Length ? problem.Calls[call].Id : null;
        var line = new JsonObject
        {
            ["problem"] = "berths",
            ["instance"] = instance.Name,
            ["checker"] = check.IsValid ? "valid" : "refused",
            ["cost"] = CostText.Of(check.Cost.Total, problem.Grid),
            ["terms"] = new JsonObject(Tables.Terms(check.Cost).Select(term => KeyValuePair.Create(term.Name, (JsonNode?)JsonValue.Create(CostText.Of(term.Value, problem.Grid))))),
            ["faults"] = new JsonArray([.. check.Faults.Select(fault => new JsonObject
            {
                ["code"] = fault.Code,
                ["call"] = Id(fault.Call),
                ["other"] = Id(fault.Other),
                ["message"] = fault.Message,
            })]),
            ["faultsNotListed"] = check.FaultsNotListed,
            ["kpis"] = JsonSerializer.SerializeToNode(kpis, _options),
            ["planHash"] = planHash,
        };
        return line.ToJsonString(_options);
    }
}
