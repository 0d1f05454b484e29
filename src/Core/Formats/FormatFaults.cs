using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>Collects the faults of one file, up to a number that a person still reads.</summary>
internal sealed class FormatFaults
{
    private const int Most = 100;
    private const int LongestToken = 40;

    private readonly FaultList faults = new();

    public int Count => faults.All.Count;

    public void Add(string code, int line, string message) => Add(code, $"line {line}", message);

    public void Add(string code, string place, string message)
    {
        faults.Add(code, place, message);
        if (faults.All.Count >= Most)
        {
            faults.Add("too-many-faults", place, $"is where reading stopped, after {Most} faults. Maybe the file is of another format.");
            ThrowIfAny();
        }
    }

    /// <summary>Ends reading: nothing behind this fault can be understood.</summary>
    public InvalidInputException Fatal(string code, int line, string message)
    {
        faults.Add(code, $"line {line}", message);
        return new InvalidInputException(faults.All);
    }

    public void ThrowIfAny()
    {
        if (faults.All.Count > 0)
        {
            throw new InvalidInputException(faults.All);
        }
    }

    /// <summary>A piece of input fit for a message: short, on one line, in quotes.</summary>
    public static string Show(ReadOnlySpan<char> token)
    {
        var shown = token.Length > LongestToken ? $"{token[..LongestToken]}..." : token.ToString();
        return $"\"{string.Concat(shown.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter))}\"";
    }
}
