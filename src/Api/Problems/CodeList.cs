using System.Reflection;

namespace BerthOpt.Api;

/// <summary>The codes that a class of constants lists.</summary>
internal static class CodeList
{
    public static string[] Of(Type codes) =>
        [.. codes.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
