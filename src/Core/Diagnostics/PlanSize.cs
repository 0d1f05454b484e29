namespace BerthOpt.Diagnostics;

/// <summary>A plan that is written must be of its problem.</summary>
internal static class PlanSize
{
    /// <summary>Refuses a plan that has not one entry for each call, task, ... of its problem.</summary>
    /// <param name="plan">Number of its entries.</param>
    /// <param name="expected">Number of what they are of.</param>
    /// <param name="what">What they are of: "calls".</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    public static void Require(int plan, int expected, string what)
    {
        if (plan != expected)
        {
            throw new ArgumentException($"The plan has {plan} entries; expected one for each of {expected} {what}.", nameof(plan));
        }
    }
}
