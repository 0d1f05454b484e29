using System.Collections.Immutable;

namespace BerthOpt.Diagnostics;

/// <summary>Thrown when an input cannot be used; carries every fault that was found, not only the first.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Creates the exception from all faults of one input.</summary>
    /// <param name="faults">At least one fault.</param>
    public InvalidInputException(IEnumerable<Fault> faults)
        : this([.. faults])
    {
    }

    private InvalidInputException(ImmutableArray<Fault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.ToString())))
    {
        Faults = faults;
    }

    /// <summary>All faults, in the order of the input.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>The exception of an input with one fault.</summary>
    internal static InvalidInputException Of(string code, string place, string message) => new([new Fault(code, place, message)]);
}
