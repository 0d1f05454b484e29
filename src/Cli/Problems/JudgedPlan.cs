using System.Text.Json.Nodes;

namespace BerthOpt.Cli.Problems;

/// <summary>A plan of whatever kind together with the checker's verdict: what the commands say of it, and how it is written.</summary>
internal abstract class JudgedPlan
{
    /// <summary>Hash of the plan.</summary>
    public abstract string Hash { get; }

    /// <summary>Whether it breaks no rule.</summary>
    public abstract bool IsValid { get; }

    /// <summary>Its cost as the checker finds it, in grid cost units.</summary>
    public abstract long Cost { get; }

    /// <summary>The cost by term, in grid cost units.</summary>
    public abstract IEnumerable<(string Name, long Value)> Terms { get; }

    /// <summary>Every broken rule: its line, and its fields in JSON.</summary>
    public abstract IReadOnlyList<(string Line, JsonObject Fields)> Faults { get; }

    /// <summary>How many faults more there are.</summary>
    public abstract long FaultsNotListed { get; }

    /// <summary>The KPIs for people.</summary>
    public abstract IEnumerable<(string Name, string Value)> KpiRows { get; }

    /// <summary>The KPIs for programs, as a record with one property each.</summary>
    public abstract object Kpis { get; }

    /// <summary>The plan as JSON, with its cost.</summary>
    public abstract string Json();

    /// <summary>The plan as CSV, in the instance's units.</summary>
    public abstract string Csv();

    /// <summary>The plan as SVG.</summary>
    /// <param name="lowerBound">A proven bound of the cost; null for none.</param>
    public abstract string Picture(long? lowerBound);
}
