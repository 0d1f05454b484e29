using System.Collections.Immutable;

namespace BerthOpt.Berths.Checking;

/// <summary>Collects the faults of one plan; counts what is beyond the limit, so that a hopeless plan cannot fill the memory.</summary>
internal sealed class FaultLog
{
    private readonly ImmutableArray<PlanFault>.Builder listed = ImmutableArray.CreateBuilder<PlanFault>();

    public long NotListed { get; private set; }

    public ImmutableArray<PlanFault> Listed => listed.ToImmutable();

    /// <summary>Adds a fault; the message is only put together when it is listed.</summary>
    public void Add(string code, int call, int other, Func<string> message)
    {
        if (listed.Count < BerthChecker.MaxFaults)
        {
            listed.Add(new PlanFault(code, call, other, message()));
        }
        else
        {
            NotListed++;
        }
    }

    public void Add(string code, Visit visit, string what) => Add(code, visit.Index, -1, () => $"{visit.Name} {what}");
}
