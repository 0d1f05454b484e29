using System.Globalization;
using System.Text;

namespace BerthOpt.Drawing;

/// <summary>Text for pictures: what XML can hold, how wide it is, and how much of it fits.</summary>
internal static class Words
{
    /// <summary>Without characters that XML forbids, control characters and marks that reverse the direction of what follows.</summary>
    public static string Clean(string words, bool keepLines = false)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            // Half surrogate pairs come as the replacement character.
            if (rune.Value == '\n' && keepLines)
            {
                clean.Append('\n');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>Width in pixels, for the widest of the usual sans-serif fonts: rather too much than too little.</summary>
    public static double Width(string words, double size, bool bold = false)
    {
        var width = 0.0;
        foreach (var rune in words.EnumerateRunes())
        {
            width += rune.Value switch
            {
                'i' or 'j' or 'l' or '.' or ',' or ':' or '|' or '\'' or ' ' or 'I' => 0.34,
                'f' or 't' or 'r' or '(' or ')' or '/' or '-' or '·' => 0.42,
                'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.97,
                >= 'A' and <= 'Z' => 0.71,
                < 0x250 => 0.63,
                _ => 1.05,
            };
        }

        return width * size * (bold ? 1.1 : 1);
    }

    /// <summary>As much of the words as fits, with an ellipsis where they are cut; empty when not even three characters fit.</summary>
    public static string Fit(string words, double room, double size, bool bold = false)
    {
        if (Width(words, size, bold) <= room)
        {
            return words;
        }

        var elements = new StringInfo(words);
        for (var length = Math.Min(elements.LengthInTextElements - 1, (int)(room / (0.34 * size)) + 1); length >= 3; length--)
        {
            var cut = elements.SubstringByTextElements(0, length).TrimEnd() + "…";
            if (Width(cut, size, bold) <= room)
            {
                return cut;
            }
        }

        return "";
    }

    public static string Number(double value, int decimals = 0) => value.ToString($"#,0.{new string('#', decimals)}", CultureInfo.InvariantCulture);

    public static string Percent(double share) => $"{Number(100 * share, share is > 0 and < 0.1 ? 2 : 1)} %";
}
