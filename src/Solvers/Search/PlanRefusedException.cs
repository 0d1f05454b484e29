namespace BerthOpt.Search;

/// <summary>Thrown by a solver instead of returning a plan that the checker refuses, or that does not cost what the solver says: a defect of the solver, never of the input.</summary>
/// <param name="message">What the checker found.</param>
public sealed class PlanRefusedException(string message) : InvalidOperationException(message);
