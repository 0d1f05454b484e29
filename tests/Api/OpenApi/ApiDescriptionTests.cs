using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private JsonElement _api;

    public async ValueTask InitializeAsync() => _api = JsonElement.Parse(await _host.Client.GetStringAsync("/openapi/v1.json"));

    [Theory]
    [InlineData("berths/jobs", "BerthsJobRequest", "JobAnswer")]
    [InlineData("berths/validate", "BerthsJobRequest", "ValidateAnswer")]
    [InlineData("berths/evaluate", "BerthsEvaluateRequest", "EvaluateAnswer")]
    [InlineData("cranes/jobs", "CranesJobRequest", "JobAnswer")]
    [InlineData("cranes/evaluate", "CranesEvaluateRequest", "EvaluateAnswer")]
    public void Each_action_says_what_it_takes_and_gives_in_both_formats(string action, string request, string answer)
    {
        var post = _api.GetProperty("paths").GetProperty($"/v1/{action}").GetProperty("post");

        foreach (var format in new[] { "application/json", "application/msgpack" })
        {
            Assert.Equal($"#/components/schemas/{request}", Schema(post.GetProperty("requestBody"), format));
            Assert.Equal($"#/components/schemas/{answer}", Schema(post.GetProperty("responses").GetProperty("200"), format));
        }

        Assert.Equal("#/components/schemas/RequestProblem", Schema(post.GetProperty("responses").GetProperty("422"), "application/problem+json"));
    }

    [Fact]
    public void Every_property_of_a_document_is_described()
    {
        var schemas = _api.GetProperty("components").GetProperty("schemas").EnumerateObject().ToDictionary(schema => schema.Name, schema => schema.Value);

        Assert.All(ProblemKinds.All.SelectMany(kind => DocumentVocabulary.Shapes(kind.ProblemShape).Concat(DocumentVocabulary.Shapes(kind.PlanShape))).Distinct(), shape =>
            Assert.Contains(schemas.Values, schema => schema.TryGetProperty("properties", out var properties)
                && shape.Properties.Select(property => property.Name).SequenceEqual(properties.EnumerateObject().Select(property => property.Name))));
    }

    [Fact]
    public void The_committed_description_is_that_of_the_service()
    {
        var committed = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "openapi.json"));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(committed), _api), "docs/openapi.json is not what /openapi/v1.json says; expected the same. Maybe start the service and: curl -s http://localhost:5000/openapi/v1.json > docs/openapi.json");
    }

    [Fact]
    public void Every_reference_leads_somewhere() =>
        Assert.All(References(_api), reference => Assert.True(Pointers.Resolves(_api, reference[1..]), reference));

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string? Schema(JsonElement owner, string format) => owner.GetProperty("content").GetProperty(format).GetProperty("schema").GetProperty("$ref").GetString();

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
