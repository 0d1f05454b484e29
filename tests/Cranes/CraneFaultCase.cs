using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>A valid plan, and one change to it that breaks exactly one rule.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Name">What the change is.</param>
/// <param name="Parts">The problem.</param>
/// <param name="Valid">A plan without fault.</param>
/// <param name="Broken">The changed plan.</param>
/// <param name="Task">The task that the fault names.</param>
/// <param name="Other">The other task that it names.</param>
/// <param name="Said">What its message must say: the actual and the expected value.</param>
internal sealed record CraneFaultCase(
    string Code, string Name, CraneParts Parts, TaskAssignment[] Valid, TaskAssignment[] Broken, int Task, int Other, params string[] Said)
{
    public override string ToString() => $"{Code}: {Name}";
}
