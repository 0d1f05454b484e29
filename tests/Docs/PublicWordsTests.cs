using System.Text.Json;
using System.Text.RegularExpressions;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Docs;

/// <summary>
/// Names that users meet, in the libraries and in JSON, are made of words that a terminal's engineer knows: each word stands in the glossary, in English and
/// Chinese, or among the ordinary words of <c>ordinary-words.txt</c>.
/// </summary>
public sealed class PublicWordsTests
{
    private static readonly string _docs = Path.Combine(SourceFile.Root(), "docs");
    private static readonly Lazy<ILookup<string, string>> _used = new(() => PublicNames().Distinct().SelectMany(name => WordsOf(name).Select(word => (word, name))).ToLookup(entry => entry.word, entry => entry.name));
    private static readonly Lazy<HashSet<string>> _glossary = new(() => [.. Regex.Matches(File.ReadAllText(Path.Combine(_docs, "glossary.md")), @"^\| ([^|]+) \|", RegexOptions.Multiline).SelectMany(row => WordsOf(row.Groups[1].Value))]);
    private static readonly Lazy<List<string>> _ordinary = new(() => [.. File.ReadLines(Path.Combine(SourceFile.Root(), "tests", "Docs", "ordinary-words.txt")).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

    [Fact]
    public void Every_word_of_a_public_name_is_in_the_glossary_or_an_ordinary_one()
    {
        var ordinary = _ordinary.Value.ToHashSet();

        Assert.InRange(_used.Value.Count, 500, int.MaxValue);
        Assert.All(_used.Value, word => Assert.True(IsExplained(word.Key) || ordinary.Contains(word.Key), $"\"{word.Key}\" of {string.Join(", ", word.Take(3))} is no word of docs/glossary.md. Maybe it belongs there; if everybody knows it, it belongs into tests/Docs/ordinary-words.txt."));
    }

    [Fact]
    public void Ordinary_words_are_in_use_and_stand_in_no_glossary()
    {
        Assert.Equal(_ordinary.Value.Distinct(), _ordinary.Value);
        Assert.All(_ordinary.Value, word => Assert.True(_used.Value.Contains(word) && !IsExplained(word), $"\"{word}\" is in no public name any more, or in the glossary: ordinary-words.txt does without it."));
    }

    /// <summary>Names of the public API, as its text files have them, and of members of requests, answers and documents.</summary>
    private static IEnumerable<string> PublicNames()
    {
        var api = Directory.EnumerateFiles(Path.Combine(SourceFile.Root(), "src"), "PublicAPI.*.txt", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"BerthOpt\.[\w.]+|(?<=[\w!?>\]] )[a-z]\w*(?=[,)= ])")).SelectMany(match => match.Value.Split('.'));
        using var http = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_docs, "openapi.json")));
        return [.. api, .. Members(http.RootElement)];
    }

    private static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Members(property.Value).Concat(property is { Name: "properties", Value.ValueKind: JsonValueKind.Object } ? property.Value.EnumerateObject().Select(member => member.Name) : [])),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };

    private static IEnumerable<string> WordsOf(string name) => Regex.Matches(name, "[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+").Select(word => word.Value.ToLowerInvariant());

    /// <summary>Whether the word is in the glossary, or a form of one that is.</summary>
    private static bool IsExplained(string word) => Stems(word).Any(_glossary.Value.Contains);

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        foreach (var (end, instead) in new[] { ("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("r", ""), ("er", "") })
        {
            if (word.EndsWith(end, StringComparison.Ordinal) && word[..^end.Length] is { Length: > 1 } stem)
            {
                yield return stem + instead;
                if (stem[^1] == stem[^2])
                {
                    // planned, planner
                    yield return stem[..^1];
                }
            }
        }
    }
}
