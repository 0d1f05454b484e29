using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private JsonElement _api;

    public async ValueTask InitializeAsync() => _api = JsonElement.Parse(await _host.Client.GetStringAsync("/openapi/v1.json"));

    [Theory]
    [InlineData("solve", "SolveRequest", "SolveAnswer")]
    [InlineData("validate", "SolveRequest", "ValidateAnswer")]
    [InlineData("evaluate", "EvaluateRequest", "EvaluateAnswer")]
    public void Each_action_says_what_it_takes_and_gives_in_both_formats(string action, string request, string answer)
    {
        var post = _api.GetProperty("paths").GetProperty($"/v1/berths/{action}").GetProperty("post");

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

        Assert.All(DocumentVocabulary.Shapes(BerthDocumentShape.Shape).Concat(DocumentVocabulary.Shapes(BerthPlanDocumentShape.Shape)).Distinct(), shape =>
            Assert.Contains(schemas.Values, schema => schema.TryGetProperty("properties", out var properties)
                && shape.Properties.Select(property => property.Name).SequenceEqual(properties.EnumerateObject().Select(property => property.Name))));
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
