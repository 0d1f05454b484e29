using System.Text;

namespace BerthOpt.Cli.Output;

/// <summary>Text of a file as a terminal may show it: what a terminal would obey, such as the escape of a colour or a line feed, is written out.</summary>
internal static class Printable
{
    private const int Longest = 2000;

    /// <summary>The text without control characters, cut off where it is longer than a screen.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest && !text.Any(char.IsControl))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            shown.Append(char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString());
        }

        return shown.Append(text.Length > Longest ? "..." : "").ToString();
    }
}
