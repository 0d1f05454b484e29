using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>A valid plan, and one change to it that breaks exactly one rule.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Name">What the change is.</param>
/// <param name="Parts">The problem.</param>
/// <param name="Valid">A plan without fault.</param>
/// <param name="Broken">The changed plan.</param>
/// <param name="Call">The call that the fault names.</param>
/// <param name="Other">The other call that it names.</param>
/// <param name="Said">What its message must say: the actual and the expected value.</param>
internal sealed record BerthFaultCase(
    string Code, string Name, BerthParts Parts, Assignment?[] Valid, Assignment?[] Broken, int Call, int Other, params string[] Said)
{
    public override string ToString() => $"{Code}: {Name}";
}
