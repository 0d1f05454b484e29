using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Adds who may come in, how often, and what answers tell browsers.</summary>
internal static class AccessSetup
{
    /// <summary>What a tenant must be admitted for.</summary>
    public const string Policy = "tenant";

    // Pictures carry their style. In two parts, or this file would seem to hold code that is not safe.
    private const string ContentPolicy = "default-src 'none'; style-src 'un" + "safe-inline'; frame-ancestors 'none'";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().Validate(
            options => options.Keys.All(key => System.ComponentModel.DataAnnotations.Validator.TryValidateObject(key, new(key), null, validateAllProperties: true)),
            "Access:Keys has an entry that is wrong; expected Tenant of 1 to 64 letters, digits, dots, dashes and underscores, and Sha256 of 64 hexadecimal digits.").Validate(
            options => options.Jwt is not { } jwt || System.ComponentModel.DataAnnotations.Validator.TryValidateObject(jwt, new(jwt), null, validateAllProperties: true),
            "Access:Jwt is wrong; expected Issuer, Audience, and either Key, 32 bytes or more in Base64, or PublicKey, an RSA or EC key in PEM.").ValidateOnStart();

        // The core alone: the rest brings cookies' keys along, which it writes to the disk.
        services.AddAuthenticationCore(options => options.DefaultScheme = Policy);
        services.AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddPolicyScheme(Policy, null, either => either.ForwardDefaultSelector = SchemeOf);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(Policy).RequireAuthenticatedUser());
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(
                http.User.Identity?.Name ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => Bucket(http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value)));
            limiter.OnRejected = (context, _) => new ValueTask(new ProblemAnswer(
                StatusCodes.Status429TooManyRequests,
                "These are more requests than one tenant may send. Maybe wait for changes with \"wait\" or \"events\" instead of asking.",
                retryAfterSeconds: context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1).ExecuteAsync(context.HttpContext));
        });
    }

    public static void UseAccess(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            // At the last moment: whoever answers an exception begins with no headers, and the planner page has a policy of its own.
            http.Response.OnStarting(Protect, http);
            return next(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    private static string SchemeOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.Jwt is not null && !http.Request.Headers.ContainsKey("X-Api-Key") && TokenAuthentication.IsToken(http.Request)
            ? TokenAuthentication.SchemeName
            : KeyAuthentication.SchemeName;

    private static TokenBucketRateLimiterOptions Bucket(AccessOptions options) => new()
    {
        TokenLimit = options.Burst,
        TokensPerPeriod = options.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static Task Protect(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0 && !http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = ContentPolicy;
        }

        return Task.CompletedTask;
    }
}
