using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>
/// Tells the tenant from the key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>. Keys are random and long, so that a plain hash of them
/// is enough. Where neither keys nor tokens are configured everybody is the tenant <c>local</c>; the service then listens on this machine alone.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory log, UrlEncoder encoder, IOptions<AccessOptions> options, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, log, encoder)
{
    public const string SchemeName = "key";

    private const string Local = "local";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (options.Value.IsOpen)
        {
            return Task.FromResult(Admit(Local));
        }

        var given = Request.Headers["X-Api-Key"].ToString() is { Length: > 0 } key ? key : Bearers.Given(Request);
        if (string.IsNullOrEmpty(given))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        // Every key is compared to its end: how long that takes says nothing.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        AccessKey? found = null;
        foreach (var known in options.Value.Keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(known.Sha256)) ? known : found;
        }

        return Task.FromResult(found is not null && !(found.Expires <= time.GetUtcNow()) ? Admit(found.Tenant) : AuthenticateResult.Fail("No such key."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Bearers.Challenge(Response);
        return base.HandleChallengeAsync(properties);
    }

    private AuthenticateResult Admit(string tenant) => AuthenticateResult.Success(new AuthenticationTicket(Bearers.Admit(tenant, Scheme.Name), Scheme.Name));
}
