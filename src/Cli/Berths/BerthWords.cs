using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Berths.Checking;
using BerthOpt.Cli.Output;
using BerthOpt.Documents;

namespace BerthOpt.Cli.Berths;

/// <summary>Times, places and costs of berth plans for people, in the words of the checker: by the clock of the port where the problem has one.</summary>
internal sealed class BerthWords(BerthProblem problem)
{
    private readonly UnitWords _words = BerthFaultLog.WordsOf(problem.Grid);

    /// <summary>Where and when.</summary>
    public string Where(Assignment? stay) => stay is { } at
        ? $"quay {problem.Quays[at.Quay].Id} at {_words.Metres(at.Position)}, {Times(at.Start, at.End)}{(at.Cranes > 0 ? $", {Tables.Count(at.Cranes, "crane")}" : "")}"
        : "left out";

    /// <summary>What it costs more, with its sign.</summary>
    public string Change(long? change) => $"{(change >= 0 ? "+" : "")}{CostText.Show(change, problem.Grid.CostScale)}";

    /// <summary>A stretch of time.</summary>
    public string Times(int from, int to) => _words.Times(from, to);

    /// <summary>A stretch of quay.</summary>
    public string Metres(int from, int to) => _words.Metres(from, to);

    /// <summary>How much later, with its sign.</summary>
    public string Later(decimal minutes) => $"{(minutes > 0 ? "+" : "")}{_words.Duration((long)(minutes / problem.Grid.MinutesPerSlot))}";

    /// <summary>A number as documents have it, with its sign.</summary>
    public static string Signed(decimal value) => $"{(value > 0 ? "+" : "")}{Number(value)}";

    /// <summary>A number as documents have it.</summary>
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
