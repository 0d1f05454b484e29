using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Berths;

/// <summary>Times, places and costs of berth plans for people, in minutes, metres and units of cost.</summary>
internal sealed class BerthWords(BerthProblem problem)
{
    /// <summary>Where and when.</summary>
    public string Where(Assignment? stay) => stay is { } at
        ? $"quay {problem.Quays[at.Quay].Id} at {Metres(at.Position)} m, {Minutes(at.Start)} to {Minutes(at.End)} min{(at.Cranes > 0 ? $", {Tables.Count(at.Cranes, "crane")}" : "")}"
        : "left out";

    /// <summary>What it costs more, with its sign.</summary>
    public string Change(long? change) => $"{(change >= 0 ? "+" : "")}{CostText.Show(change, problem.Grid.CostScale)}";

    /// <summary>A time.</summary>
    public string Minutes(int slots) => Number(slots * problem.Grid.MinutesPerSlot);

    /// <summary>A position.</summary>
    public string Metres(int sections) => Number(sections * problem.Grid.MetresPerSection);

    /// <summary>A number as documents have it.</summary>
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
