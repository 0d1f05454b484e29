namespace BerthOpt.Client;

/// <summary>Thrown when the service refuses a request, for another reason than the problem itself; that is an <see cref="Diagnostics.InvalidInputException"/>.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="detail">What the service says.</param>
public sealed class BerthOptException(int status, string detail) : Exception($"{detail} ({status})")
{
    /// <summary>The status of the answer, such as 404 for a job that is not there, or 429 for a queue that is full.</summary>
    public int Status => status;
}
