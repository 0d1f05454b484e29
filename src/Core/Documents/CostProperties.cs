namespace BerthOpt.Documents;

/// <summary>The cost of a plan by term, as plan documents have it.</summary>
/// <param name="kind">What a cost is.</param>
internal sealed class CostProperties(Kind<long> kind)
{
    public Property<long> Total { get; } = Property<long>.Needed("total", null, kind, "the cost: the sum of all terms");

    public Property<long> Term(string name, string meaning) => Property<long>.Optional(name, null, kind, 0, meaning);

    /// <summary>Reads the terms; tells when the total is not their sum.</summary>
    public T Read<T>(DocumentObject from, Func<T> terms, Func<T, long> sum)
    {
        var before = from.Scope.Faults.Count;
        var cost = terms();
        if (from.TryGet(Total, out var total) && total != sum(cost) && from.Scope.Faults.Count == before)
        {
            from.Fault("cost-sum", Total, "is not the sum of the terms beside it; expected their sum. Maybe a term was changed by hand.");
        }

        return cost;
    }
}
