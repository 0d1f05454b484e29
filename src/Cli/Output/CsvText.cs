namespace BerthOpt.Cli.Output;

/// <summary>Lines of comma-separated values.</summary>
internal static class CsvText
{
    /// <summary>One line, without its end; nothing for null, and quotes where a field needs them.</summary>
    public static string Row(IEnumerable<string?> fields) =>
        string.Join(',', fields.Select(field => field is not null && field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field ?? ""));
}
