using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BerthOpt.Api;

/// <summary>Tells the tenant from a signed token (JWT) in <c>Authorization: Bearer</c>, where tokens are configured.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory log, UrlEncoder encoder, IOptions<AccessOptions> options, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, log, encoder)
{
    public const string SchemeName = "token";

    private static readonly JsonWebTokenHandler _reader = new() { MapInboundClaims = false };

    /// <summary>Whether what a request shows is a token and not a key: three parts, with dots between them, which no key has.</summary>
    public static bool IsToken(HttpRequest request) => Bearers.Given(request) is { } given && given.Count(letter => letter == '.') == 2;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var jwt = options.Value.Jwt!;
        var verdict = await _reader.ValidateTokenAsync(Bearers.Given(Request), jwt.Rules(time));
        return verdict.IsValid && verdict.SecurityToken is JsonWebToken token && token.TryGetPayloadValue<string>(jwt.TenantClaim, out var tenant) && AccessKey.IsTenant(tenant)
            ? AuthenticateResult.Success(new AuthenticationTicket(Bearers.Admit(tenant, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("No such token.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Bearers.Challenge(Response);
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>What a request shows to be let in, and who it is then.</summary>
internal static class Bearers
{
    private const string Bearer = "Bearer ";

    /// <summary>What stands in <c>Authorization: Bearer</c>; null when nothing does.</summary>
    public static string? Given(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var authorization && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;

    /// <summary>Says how to be let in: keys and tokens alike stand behind <c>Bearer</c>; <c>X-Api-Key</c> is no scheme that has a name.</summary>
    public static void Challenge(HttpResponse response) => response.Headers.WWWAuthenticate = Bearer.TrimEnd();

    public static ClaimsPrincipal Admit(string tenant, string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, tenant)], scheme));

    /// <summary>Whose request it is.</summary>
    public static string Tenant(this HttpContext http) => http.User.Identity?.Name ?? throw new InvalidOperationException("Nobody has been admitted here.");
}
