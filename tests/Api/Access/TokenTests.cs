using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BerthOpt.Tests.Api;

/// <summary>Tokens that somebody else has signed let in, and only as whom they name.</summary>
public sealed class TokenTests : IDisposable
{
    private static readonly byte[] _secret = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly SigningCredentials _signed = new(new SymmetricSecurityKey(_secret), SecurityAlgorithms.HmacSha256);

    private readonly ApiHost _host = new(new ScriptedWorkers(ScriptedWorker.Patient), settings: [.. Settings, ("Access:Jwt:Key", Convert.ToBase64String(_secret))]);

    private static (string, string)[] Settings => [("Access:Jwt:Issuer", "port"), ("Access:Jwt:Audience", "berthopt")];

    [Fact]
    public async Task A_token_opens_the_jobs_of_its_tenant_alone()
    {
        var job = await _host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: Bearer(Token("east")));
        var path = $"jobs/{job.Json.GetProperty("id").GetString()}";

        Assert.Equal(202, job.Status);
        Assert.Equal(200, (await _host.Get(path, Bearer(Token("east")))).Status);
        ProblemAnswersTests.AssertProblem(await _host.Get(path, Bearer(Token("west"))), 404);
    }

    public static TheoryData<string> Wrong => new(
        "",
        "a.b.c",
        Token("east", issuer: "another"),
        Token("east", audience: "another"),
        Token("east", expires: DateTime.UtcNow.AddDays(-1)),
        Token("east", from: DateTime.UtcNow.AddDays(1)),
        Token("no spaces please"),
        Token("east", claim: "name"),
        Token("east", signed: new SigningCredentials(new SymmetricSecurityKey([.. _secret.Reverse()]), SecurityAlgorithms.HmacSha256)),
        Unsigned(Token("east")),
        Token("east") + "x");

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Any_other_token_opens_nothing(string token)
    {
        var refused = await _host.Get("jobs", Bearer(token));
        ProblemAnswersTests.AssertProblem(refused, 401);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        ProblemAnswersTests.AssertProblem(await _host.Get("jobs"), 401);
    }

    [Fact]
    public async Task Keys_open_beside_tokens_and_a_key_that_is_shown_decides()
    {
        using var host = new ApiHost(settings: [.. Settings, ("Access:Jwt:Key", Convert.ToBase64String(_secret)), ("Access:Keys:0:Tenant", "west"), ("Access:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData("key"u8)))]);

        Assert.Equal(200, (await host.Get("jobs", Bearer("key"))).Status);
        Assert.Equal(200, (await host.Get("jobs", Bearer(Token("east")))).Status);
        Assert.Equal(401, (await host.Get("jobs", ("X-Api-Key", "no key"), Bearer(Token("east")))).Status);
    }

    /// <summary>The public key is no secret: whoever signs with it as if it were one is not believed.</summary>
    [Fact]
    public async Task A_public_key_is_enough_and_decides_on_the_algorithm()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var (pem, signed) in new[]
        {
            (rsa.ExportSubjectPublicKeyInfoPem(), new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256)),
            (curve.ExportSubjectPublicKeyInfoPem(), new SigningCredentials(new ECDsaSecurityKey(curve), SecurityAlgorithms.EcdsaSha256)),
        })
        {
            using var host = new ApiHost(settings: [.. Settings, ("Access:Jwt:PublicKey", pem)]);
            var confused = new SigningCredentials(new SymmetricSecurityKey(System.Text.Encoding.ASCII.GetBytes(pem)), SecurityAlgorithms.HmacSha256);

            Assert.Equal(200, (await host.Get("jobs", Bearer(Token("east", signed: signed)))).Status);
            Assert.Equal(401, (await host.Get("jobs", Bearer(Token("east", signed: confused)))).Status);
        }
    }

    [Theory]
    [InlineData("Access:Jwt:Key", "dG9vIHNob3J0")]
    [InlineData("Access:Jwt:Key", "not Base64")]
    [InlineData("Access:Jwt:PublicKey", "no key")]
    [InlineData("Access:Jwt:Issuer", "")]
    public void Settings_that_cannot_hold_are_told_before_the_first_request(string name, string value) =>
        Assert.Contains("Access:Jwt", Assert.ThrowsAny<Exception>(() => new ApiHost(settings: [.. Settings, (name, value)])).ToString(), StringComparison.Ordinal);

    public void Dispose() => _host.Dispose();

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    private static string Token(string tenant, string issuer = "port", string audience = "berthopt", string claim = "tenant", DateTime? from = null, DateTime? expires = null, SigningCredentials? signed = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = from,
            Expires = expires ?? DateTime.UtcNow.AddDays(2),
            Claims = new Dictionary<string, object> { [claim] = tenant },
            SigningCredentials = signed ?? _signed,
        });

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";
}
