namespace BerthOpt.Api;

/// <summary>
/// What a worker does wrong on purpose, so that tests and operators see what the service makes of it (<c>docs/reliability.md</c>):
/// <c>abort</c>, <c>hang</c>, <c>memory</c> or <c>lie</c>, or several of them behind commas, of which the seed of a job chooses one;
/// <c>abort:1</c> goes wrong at the first worker of each job alone.
/// </summary>
internal sealed record Drill(string[] Faults, int Attempts)
{
    private const int Block = 64 << 20;

    private static readonly string[] _known = ["abort", "hang", "memory", "lie"];

    /// <summary>Whether this says something that a worker can do.</summary>
    public static bool IsKnown(string? text) => string.IsNullOrEmpty(text) || (Parse(text) is var drill && drill.Attempts > 0 && drill.Faults.All(_known.Contains));

    public static Drill Parse(string? text) => text?.Split(':') switch
    {
        null or [""] => new Drill([""], int.MaxValue),
        [var what] => new Drill(what.Split(','), int.MaxValue),
        [var what, var attempts] when int.TryParse(attempts, out var number) => new Drill(what.Split(','), number),
        _ => new Drill([text], 0),
    };

    /// <summary>Goes wrong before the run.</summary>
    public void Before(int attempt, ulong seed = 0)
    {
        switch (FaultOf(attempt, seed))
        {
            case "abort":
                Environment.FailFast("As asked by a drill.");
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "memory":
                for (var blocks = new List<byte[]>(); ; blocks.Add(new byte[Block]))
                {
                    blocks.ForEach(block => block.AsSpan().Fill(1));
                }
        }
    }

    /// <summary>The cost to state for a plan of this cost.</summary>
    public long Stated(long cost, int attempt, ulong seed) => FaultOf(attempt, seed) == "lie" ? cost - 1 : cost;

    // Seeds count on from one worker of a job to the next.
    private string FaultOf(int attempt, ulong seed) => attempt < Attempts ? Faults[unchecked((int)((seed - (ulong)attempt) % (ulong)Faults.Length))] : "";
}
