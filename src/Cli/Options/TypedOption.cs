using System.CommandLine;
using System.Globalization;

namespace BerthOpt.Cli.Options;

/// <summary>Reads a value from its text.</summary>
internal delegate bool TryRead<T>(string text, out T value);

/// <summary>Options whose messages say which option, what it is, and what was expected.</summary>
internal static class TypedOption
{
    /// <summary>An option of any type.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it is for, with range and default.</param>
    /// <param name="expected">What a usable value looks like, for the message.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="fallback">Its value when it is not given.</param>
    public static Option<T> Of<T>(string name, string description, string expected, TryRead<T> read, T fallback) => new(name)
    {
        Description = description,
        HelpName = name[2..],
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (read(text, out var value))
            {
                return value;
            }

            result.AddError($"Option {name} is \"{text}\"; expected {expected}.");
            return fallback;
        },
    };

    /// <summary>An option with a few values.</summary>
    public static Option<string> OneOf(string name, string description, params string[] values)
    {
        var option = Of(name, $"{description}: {string.Join(", ", values)}.", "one of " + string.Join(", ", values), (string text, out string value) =>
        {
            value = text;
            return values.Contains(text, StringComparer.Ordinal);
        }, values[0]);
        option.CompletionSources.Add(values);
        return option;
    }

    /// <summary>The path of a file or folder; null when it is not given.</summary>
    public static Option<string?> Path(string name, string description, string helpName = "file") => new(name)
    {
        Description = description,
        HelpName = helpName,
    };

    /// <summary>The seed of all random numbers.</summary>
    public static Option<ulong> Seed() => Of("--seed", "Seed of all random numbers: a whole number of 0 or more.", "a whole number of 0 or more",
        (string text, out ulong value) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value), 1UL);

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };
}
