using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace BerthOpt.Api;

/// <summary>Tokens (JWT) that somebody else signs and the service believes; section <c>Access:Jwt</c>. Nothing is asked of the network: the key stands here.</summary>
internal sealed class JwtOptions : IValidatableObject
{
    private const int LeastKeyBytes = 32;

    /// <summary>Who must have issued a token: its <c>iss</c>.</summary>
    [Required]
    public string Issuer { get; init; } = "";

    /// <summary>Whom a token must be for: its <c>aud</c>.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>The claim that names the tenant. Default <c>tenant</c>.</summary>
    [Required]
    public string TenantClaim { get; init; } = "tenant";

    /// <summary>A secret that both sides know, in Base64, of 32 bytes and more (HS256, HS384, HS512); null where <see cref="PublicKey"/> stands.</summary>
    public string? Key { get; init; }

    /// <summary>The issuer's public key in PEM, of RSA (RS256, PS256 and stronger) or an elliptic curve (ES256 and stronger); null where <see cref="Key"/> stands.</summary>
    public string? PublicKey { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TryParse() is null)
        {
            yield return new ValidationResult("Access:Jwt needs either Key, 32 bytes or more in Base64, or PublicKey, an RSA or EC key in PEM.");
        }
    }

    /// <summary>How tokens are judged. The kind of key decides on the algorithms, whatever a token says of itself.</summary>
    public TokenValidationParameters Rules(TimeProvider time)
    {
        var (key, algorithms) = TryParse()!.Value;
        return new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = algorithms,
            LifetimeValidator = (from, to, _, _) => to > time.GetUtcNow().UtcDateTime && !(from > time.GetUtcNow().UtcDateTime),
        };
    }

    private (SecurityKey Key, string[] Algorithms)? TryParse() => (Key, PublicKey) switch
    {
        ({ } secret, null) => Secret(secret),
        (null, { } pem) => Public(pem),
        _ => null,
    };

    private static (SecurityKey Key, string[] Algorithms)? Secret(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length >= LeastKeyBytes
            ? (new SymmetricSecurityKey(bytes[..length]), [SecurityAlgorithms.HmacSha256, SecurityAlgorithms.HmacSha384, SecurityAlgorithms.HmacSha512])
            : null;
    }

    private static (SecurityKey Key, string[] Algorithms)? Public(string pem)
    {
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return (new RsaSecurityKey(rsa), [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512]);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return Curve(pem);
        }
    }

    private static (SecurityKey Key, string[] Algorithms)? Curve(string pem)
    {
        try
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            return (new ECDsaSecurityKey(curve), [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512]);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
