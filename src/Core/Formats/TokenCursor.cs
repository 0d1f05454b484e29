using System.Globalization;

namespace BerthOpt.Formats;

/// <summary>A word of a text and the line that it stands on.</summary>
internal readonly ref struct Token(ReadOnlySpan<char> text, int line)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public int Line { get; } = line;

    public bool IsEmpty => Text.IsEmpty;
}

/// <summary>Reads words and numbers off a text, from left to right; words are parted by white space, and by commas where asked for.</summary>
internal sealed class TokenCursor(string text, FormatFaults faults, bool commas = false)
{
    private int at;

    /// <summary>The line on which the cursor stands, from 1.</summary>
    public int Line { get; private set; } = 1;

    public FormatFaults Faults => faults;

    /// <summary>The next word, whatever line it stands on; empty at the end of the text.</summary>
    public Token Next()
    {
        Skip(lineBreaks: true);
        return Word();
    }

    /// <summary>The next word of this line; empty at its end.</summary>
    public Token NextOfLine()
    {
        Skip(lineBreaks: false);
        return Word();
    }

    /// <summary>Goes to the next line that holds a word.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool NextLine()
    {
        var end = text.AsSpan(at).IndexOf('\n');
        at = end < 0 ? text.Length : at + end;
        Skip(lineBreaks: true);
        return at < text.Length;
    }

    /// <summary>Goes to the first word of the text.</summary>
    /// <returns>False when there is none.</returns>
    public bool FirstLine()
    {
        Skip(lineBreaks: true);
        return at < text.Length;
    }

    /// <summary>The next word as a whole number in a range; the text must not end before it.</summary>
    public int Int(string what, int min, int max)
    {
        var token = Next();
        return token.IsEmpty ? throw Missing(what) : Int(token, what, min, max);
    }

    /// <summary>A word as a whole number in a range; a fault, and <paramref name="min"/>, when it is none.</summary>
    public int Int(Token token, string what, int min, int max) => (int)Long(token, what, min, max);

    /// <summary>A word as a whole number of 64 bits in a range; a fault, and <paramref name="min"/>, when it is none.</summary>
    public long Long(Token token, string what, long min, long max)
    {
        if (long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add("bad-number", token.Line, $"has {FormatFaults.Show(token.Text)} for {what}; expected a whole number from {min} to {max}.");
        return min;
    }

    /// <summary>A word as a decimal number in a range; a fault, and <paramref name="min"/>, when it is none.</summary>
    public decimal Decimal(Token token, string what, decimal min, decimal max)
    {
        if (TryDecimal(token.Text, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add("bad-number", token.Line, $"has {FormatFaults.Show(token.Text)} for {what}; expected a number from {Numbers.Show(min)} to {Numbers.Show(max)}.");
        return min;
    }

    public static bool TryDecimal(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    /// <summary>The text ended before something that it must hold.</summary>
    public Exception Missing(string what) => faults.Fatal("truncated", Line, $"is where the file ends; expected {what}. Maybe it was cut off.");

    private void Skip(bool lineBreaks)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\n' && lineBreaks)
            {
                Line++;
            }
            else if (text[at] == '\n' || !IsGap(text[at]))
            {
                break;
            }
        }
    }

    private Token Word()
    {
        var from = at;
        while (at < text.Length && !IsGap(text[at]))
        {
            at++;
        }

        return new Token(text.AsSpan(from, at - from), Line);
    }

    private bool IsGap(char letter) => char.IsWhiteSpace(letter) || (commas && letter == ',');
}
