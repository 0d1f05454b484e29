using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BerthOpt.Api;

/// <summary>The verb <c>key</c>: makes a key for a tenant, and says what to configure. The key itself is kept nowhere.</summary>
internal static class NewKey
{
    public const string Verb = "key";

    private const int Bytes = 32;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not [Verb, var tenant])
        {
            error.WriteLine("key takes one argument, the tenant whose jobs the key is to open.");
            return 3;
        }

        var key = "berthopt_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        output.WriteLine($"key: {key}");
        output.WriteLine($"Access__Keys__0__Tenant={tenant}");
        output.WriteLine($"Access__Keys__0__Sha256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}");
        return 0;
    }
}
