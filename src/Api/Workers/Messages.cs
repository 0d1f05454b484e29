using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>What workers say, read; and what failures mean, in words.</summary>
internal static class Messages
{
    /// <exception cref="InvalidDataException">It says nothing.</exception>
    public static T Read<T>(Frame frame)
        where T : class => JsonSerializer.Deserialize<T>(frame.Payload.Span) ?? throw new InvalidDataException("A message says nothing.");

    public static string Explain(string code) => code switch
    {
        FailureCodes.OutOfMemory => "The worker had no memory left. Maybe fewer threads, a coarser grid or a shorter period.",
        FailureCodes.WorkerHung => "The worker did not end when its time was over, and was killed.",
        FailureCodes.WorkerCrashed => "The worker's process ended by itself.",
        FailureCodes.WorkerBabbled => "A worker said something that makes no sense.",
        FailureCodes.PlanRefused => "The solver gave a plan that the checker refuses.",
        _ => "The solver met a defect of its own.",
    };
}
