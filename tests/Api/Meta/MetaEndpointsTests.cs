using Microsoft.AspNetCore.Mvc.Testing;

namespace BerthOpt.Tests.Api;

public sealed class MetaEndpointsTests(WebApplicationFactory<BerthOpt.Api.Program> factory)
    : IClassFixture<WebApplicationFactory<BerthOpt.Api.Program>>
{
    [Theory]
    [InlineData("/healthz", "ok")]
    [InlineData("/version", "\"version\":\"0.")]
    public async Task Answers(string path, string expected)
    {
        string body = await factory.CreateClient().GetStringAsync(path);

        Assert.Contains(expected, body, StringComparison.Ordinal);
    }
}
