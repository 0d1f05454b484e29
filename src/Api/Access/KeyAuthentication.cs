using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>
/// Tells the tenant from the key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>. Keys are random and long, so that a plain hash of them
/// is enough. Where no keys are configured everybody is the tenant <c>local</c>; the service then listens on this machine alone.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory log, UrlEncoder encoder, IOptions<AccessOptions> options, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, log, encoder)
{
    public const string SchemeName = "key";

    private const string Local = "local";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var keys = options.Value.Keys;
        if (keys.Count == 0)
        {
            return Task.FromResult(Admit(Local));
        }

        var given = Request.Headers["X-Api-Key"].ToString();
        if (given.Length == 0 && Request.Headers.Authorization.ToString() is var authorization && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            given = authorization[Bearer.Length..].Trim();
        }

        if (given.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        // Every key is compared to its end: how long that takes says nothing.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        AccessKey? found = null;
        foreach (var key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(key.Sha256)) ? key : found;
        }

        return Task.FromResult(found is not null && !(found.Expires <= time.GetUtcNow()) ? Admit(found.Tenant) : AuthenticateResult.Fail("No such key."));
    }

    private AuthenticateResult Admit(string tenant) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, tenant)], Scheme.Name)), Scheme.Name));
}

/// <summary>Whose request it is.</summary>
internal static class Tenants
{
    public static string Tenant(this HttpContext http) => http.User.Identity?.Name ?? throw new InvalidOperationException("Nobody has been admitted here.");
}
