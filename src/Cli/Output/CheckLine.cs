using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Output;

/// <summary>The one line that <c>check --json</c> prints.</summary>
internal static class CheckLine
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    public static string Of(Instance instance, JudgedPlan plan)
    {
        var kpis = plan.Kpis();
        var line = new JsonObject
        {
            ["problem"] = instance.Kind,
            ["instance"] = instance.Name,
            ["checker"] = plan.IsValid ? "valid" : "refused",
            ["cost"] = CostText.Of(plan.Cost, instance.CostScale),
            ["terms"] = new JsonObject(plan.Terms.Select(term => KeyValuePair.Create(term.Name, (JsonNode?)JsonValue.Create(CostText.Of(term.Value, instance.CostScale))))),
            ["faults"] = new JsonArray([.. plan.Faults.Select(fault => new JsonObject
            {
                ["code"] = fault.Code,
                [plan.FaultsOf] = fault.Id,
                ["other"] = fault.Other,
                ["message"] = fault.Message,
            })]),
            ["faultsNotListed"] = plan.FaultsNotListed,
            ["kpis"] = JsonSerializer.SerializeToNode(kpis, kpis.GetType(), _options),
            ["planHash"] = plan.Hash,
        };
        return line.ToJsonString(_options);
    }
}
