using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BerthOpt.Api;

/// <summary>Who may use the service; section <c>Access</c> of the configuration.</summary>
internal sealed class AccessOptions
{
    /// <summary>The keys that open it. Without any, and without tokens, everybody on this machine may, and the service listens to no other.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The tokens that open it; null for none.</summary>
    public JwtOptions? Jwt { get; init; }

    /// <summary>Whether everybody may.</summary>
    public bool IsOpen => Keys.Count == 0 && Jwt is null;

    /// <summary>Requests a second of one tenant, in the long run. 1 to 1,000,000, default 200.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>Requests of one tenant at once. 1 to 1,000,000, default 1000.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; init; } = 1000;
}

/// <summary>A key, known by its hash alone.</summary>
internal sealed partial class AccessKey
{
    private const string TenantPattern = "^[A-Za-z0-9._-]{1,64}$";

    /// <summary>Whose jobs it opens.</summary>
    [Required]
    [RegularExpression(TenantPattern)]
    public string Tenant { get; init; } = "";

    /// <summary>SHA-256 of the key in hexadecimal, as <c>berthopt-api key</c> prints it.</summary>
    [Required]
    [RegularExpression("^[0-9a-fA-F]{64}$")]
    public string Sha256 { get; init; } = "";

    /// <summary>When it ends to open anything; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether this may be a tenant's name.</summary>
    public static bool IsTenant(string? name) => name is not null && Tenants().IsMatch(name);

    [GeneratedRegex(TenantPattern)]
    private static partial Regex Tenants();
}
