using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>Collects the faults of one plan; counts what is beyond the limit, so that a hopeless plan cannot fill the memory.</summary>
internal sealed class FaultLog() : FaultCount(CraneChecker.MaxFaults)
{
    private readonly ImmutableArray<CraneFault>.Builder listed = ImmutableArray.CreateBuilder<CraneFault>();

    public ImmutableArray<CraneFault> Listed => listed.ToImmutable();

    /// <summary>A fault of no single task, or of a pair.</summary>
    public void Add(string code, int task, int other, [InterpolatedStringHandlerArgument("")] ref FaultMessage message)
    {
        if (Next())
        {
            listed.Add(new CraneFault(code, task, other, message.ToStringAndClear()));
        }
    }

    /// <summary>A fault of one task; the message goes on from its name.</summary>
    public void Add(string code, Stint stint, [InterpolatedStringHandlerArgument("")] ref FaultMessage what)
    {
        if (Next())
        {
            listed.Add(new CraneFault(code, stint.Index, -1, $"{stint.Name} {what.ToStringAndClear()}"));
        }
    }
}
