using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BerthOpt.Documents;

namespace BerthOpt.Diagnostics;

/// <summary>Collects the faults of one plan; counts what is beyond the limit, so that a hopeless plan cannot fill the memory.</summary>
/// <typeparam name="TFault">What is said of one broken rule.</typeparam>
/// <param name="most">Greatest number of listed faults.</param>
/// <param name="fault">A fault from its code, the index of what breaks the rule, the index of the other of a pair (-1 for none), and its message.</param>
/// <param name="words">How messages say times and places; null where none speaks of them.</param>
internal sealed class FaultLog<TFault>(int most, Func<string, int, int, string, TFault> fault, UnitWords? words = null) : FaultCount(most)
{
    private readonly ImmutableArray<TFault>.Builder listed = ImmutableArray.CreateBuilder<TFault>();

    /// <summary>How messages say times and places.</summary>
    public UnitWords Words => words ?? throw new InvalidOperationException("These faults have no words for times and places.");

    public ImmutableArray<TFault> Listed => listed.ToImmutable();

    /// <summary>A fault of nothing single, or of a pair.</summary>
    public void Add(string code, int index, int other, [InterpolatedStringHandlerArgument("")] ref FaultMessage message)
    {
        if (Next())
        {
            listed.Add(fault(code, index, other, message.ToStringAndClear()));
        }
    }

    /// <summary>A fault of one planned thing; the message goes on from its name.</summary>
    public void Add(string code, IPlanned planned, [InterpolatedStringHandlerArgument("")] ref FaultMessage what)
    {
        if (Next())
        {
            listed.Add(fault(code, planned.Index, -1, $"{planned.Name} {what.ToStringAndClear()}"));
        }
    }
}
