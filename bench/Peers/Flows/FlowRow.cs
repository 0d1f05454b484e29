using System.Globalization;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>What a solver answered.</summary>
/// <param name="Text">The status and the cost; "none" where it failed or took too long.</param>
/// <param name="Milliseconds">Median of the second half of its runs.</param>
internal sealed record FlowAnswer(string Text, double? Milliseconds)
{
    public static FlowAnswer Of(string? line)
    {
        if (line?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var status, var cost, .. var runs] || runs.Length == 0)
        {
            return new FlowAnswer("none", null);
        }

        var times = runs.Select(run => double.Parse(run, CultureInfo.InvariantCulture)).Skip(runs.Length / 2).Order().ToArray();
        return new FlowAnswer($"{status} {cost}", times[times.Length / 2]);
    }
}

/// <summary>The answers on one instance.</summary>
internal sealed record FlowRow(string Set, string Name, int Nodes, int Arcs, IReadOnlyDictionary<string, FlowAnswer> Answers)
{
    private IEnumerable<string> Texts => Answers.Values.Select(answer => answer.Text).Where(text => text != "none").Distinct();

    /// <summary>Whether two solvers say different things.</summary>
    public bool Disagree => Texts.Count() > 1;

    public IEnumerable<string?> Cells(IEnumerable<string> solvers) =>
    [
        Set, Name, Nodes.ToString(CultureInfo.InvariantCulture), Arcs.ToString(CultureInfo.InvariantCulture), Disagree ? "DIFFERENT" : Texts.FirstOrDefault()?.Replace("optimal ", "", StringComparison.Ordinal),
        .. solvers.Select(name => Answers.GetValueOrDefault(name)?.Milliseconds is { } time ? time.ToString(time < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) : "-"),
    ];

    /// <summary>Geometric mean and greatest of the ratios of two solvers over the instances whose names hold one of some parts.</summary>
    public static string Ratio(IEnumerable<FlowRow> rows, string[] parts, string one, string two)
    {
        var ratios = rows.Where(row => parts.Any(part => row.Name.Contains(part, StringComparison.Ordinal)))
            .Select(row => row.Answers.GetValueOrDefault(one)?.Milliseconds / row.Answers.GetValueOrDefault(two)?.Milliseconds).OfType<double>().ToArray();
        return ratios.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Math.Exp(ratios.Average(Math.Log)):0.000} ({ratios.Max():0.00}) of {ratios.Length}");
    }
}
