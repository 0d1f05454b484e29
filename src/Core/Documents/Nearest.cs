namespace BerthOpt.Documents;

/// <summary>Finds what a mistyped word was probably meant to be.</summary>
internal static class Nearest
{
    private const int MostCandidates = 2_000;
    private const int LongestWord = 100;

    /// <summary>" Maybe "x"." for the nearest of the words (Levenshtein distance, case aside), or nothing when none is near.</summary>
    public static string Maybe(string word, IEnumerable<string> words) => Of(word, words) is { } near ? $" Maybe {Show.Text(near)}." : "";

    /// <summary>The nearest word at most half its length away; null when there is none.</summary>
    public static string? Of(string word, IEnumerable<string> words)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in words.Take(MostCandidates))
        {
            if (candidate.Length is > 0 and <= LongestWord && Distance(word, candidate) is var distance && distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best is not null && least <= Math.Max(1, Math.Max(word.Length, best.Length) / 2) ? best : null;
    }

    internal static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
