using System.Globalization;
using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>The words of a command line, read as pairs of <c>--name value</c>; all faults are found before one is thrown.</summary>
internal sealed class OptionWords(string usage)
{
    private readonly List<Fault> _faults = [];

    /// <summary>Name of the pair at hand.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Value of the pair at hand; empty when there is none.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The value as a list with commas between its entries.</summary>
    public string[] List => Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Folds all pairs into options.</summary>
    /// <exception cref="InvalidInputException">A name is unknown or a value is out of its range.</exception>
    public TOptions Read<TOptions>(IReadOnlyList<string> words, TOptions options, Func<TOptions, OptionWords, TOptions?> apply)
        where TOptions : class
    {
        for (var index = 0; index < words.Count; index += 2)
        {
            (Name, Value) = (words[index], index + 1 < words.Count ? words[index + 1] : "");
            if (apply(options, this) is { } next)
            {
                options = next;
            }
            else
            {
                _faults.Add(new Fault("usage", Name, $"is no option.{Environment.NewLine}{usage}"));
            }
        }

        return _faults.Count == 0 ? options : throw new InvalidInputException(_faults);
    }

    /// <summary>The value as a whole number from 1 to <paramref name="max"/>.</summary>
    public long Whole(long max)
    {
        if (long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
        {
            return number;
        }

        _faults.Add(new Fault("bad-number", Name, $"is \"{Value}\"; expected a whole number from 1 to {max}."));
        return 1;
    }

    /// <summary>The value as one of a few words.</summary>
    public string OneOf(params string[] choices)
    {
        if (choices.Contains(Value))
        {
            return Value;
        }

        _faults.Add(new Fault("bad-word", Name, $"is \"{Value}\"; expected {string.Join(" or ", choices)}."));
        return choices[0];
    }
}
