using System.Text;
using System.Text.RegularExpressions;
using BerthOpt.Documents;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Berths;

/// <summary>The page on the format, and what of it follows from the code.</summary>
internal static class DocumentPage
{
    private static readonly string Path = System.IO.Path.Combine(SourceFile.Root(), "docs", "berths-document.md");

    public static string Text => File.ReadAllText(Path);

    /// <summary>The examples, top to bottom.</summary>
    public static IReadOnlyList<string> Examples => [.. Regex.Matches(Text, "^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    /// <summary>The table of a shape's properties.</summary>
    public static string Table(Shape shape)
    {
        var table = new StringBuilder($"| {shape.Name} | value | meaning |\n|---|---|---|\n");
        foreach (var property in shape.Properties)
        {
            table.Append($"| {(property.Required ? "**" : "")}`{property.Name}`{(property.Required ? "**" : "")} | {property.What.Says} | {property.Meaning} |\n");
        }

        return table.ToString();
    }
}
