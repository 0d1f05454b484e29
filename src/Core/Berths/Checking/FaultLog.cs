using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Collects the faults of one plan; counts what is beyond the limit, so that a hopeless plan cannot fill the memory.</summary>
internal sealed class FaultLog() : FaultCount(BerthChecker.MaxFaults)
{
    private readonly ImmutableArray<PlanFault>.Builder listed = ImmutableArray.CreateBuilder<PlanFault>();

    public ImmutableArray<PlanFault> Listed => listed.ToImmutable();

    /// <summary>A fault of no single call, or of a pair.</summary>
    public void Add(string code, int call, int other, [InterpolatedStringHandlerArgument("")] ref FaultMessage message)
    {
        if (Next())
        {
            listed.Add(new PlanFault(code, call, other, message.ToStringAndClear()));
        }
    }

    /// <summary>A fault of one call; the message goes on from its name.</summary>
    public void Add(string code, Visit visit, [InterpolatedStringHandlerArgument("")] ref FaultMessage what)
    {
        if (Next())
        {
            listed.Add(new PlanFault(code, visit.Index, -1, $"{visit.Name} {what.ToStringAndClear()}"));
        }
    }
}
