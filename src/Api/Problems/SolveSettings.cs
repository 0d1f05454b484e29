using System.Buffers;
using System.Text;
using System.Text.Json;
using BerthOpt.Documents;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>The options of a solve as requests have them.</summary>
internal sealed record SolveSettings
{
    /// <summary>Greatest time limit in seconds.</summary>
    public const int MaxSeconds = 3600;

    private const int DefaultSeconds = 10;
    private const decimal FarCost = 1_000_000_000_000_000_000;

    private static readonly Property<decimal> _timeLimit = Property<decimal>.Optional("timeLimitSeconds", null, new DecimalKind("seconds", 0, MaxSeconds), DefaultSeconds, $"stop after this time; 0 to {MaxSeconds}, default {DefaultSeconds}");
    private static readonly Property<long> _workLimit = Property<long>.Optional("workLimit", null, new CountKind<long>("a whole number of units of work", 0, long.MaxValue), 0, "stop after this much work, which does not depend on the machine: the same problem, seed and work limit give the same plan, if the time suffices; default none");
    private static readonly Property<decimal> _gap = Property<decimal>.Optional("gap", null, new DecimalKind("(a part of the cost)", 0, 1), 0, "stop when (cost - lower bound) / cost is at most this; 0 to 1, default 0");
    private static readonly Property<decimal> _target = Property<decimal>.Optional("target", null, new DecimalKind("units of cost", -FarCost, FarCost), 0, "stop at a plan that costs this or less; default none");
    private static readonly Property<ulong> _seed = Property<ulong>.Optional("seed", null, new CountKind<ulong>("a whole number", 0, ulong.MaxValue), 1, "seed of all random numbers; default 1");
    private static readonly Property<int> _threads = Property<int>.Optional("threads", null, new WholeKind("threads", 1, 256), 256, "threads to use, 1 to 256, but never more than the machine has processors, which is the default; the plan does not depend on them when there is a work limit");

    private static readonly Property<bool> _bounds = Property<bool>.Optional("bounds", null, new FlagKind(), true, "whether bounds that take work run beside the search; default true");

    public static readonly Shape<SolveSettings> Shape = new("solve options", [_timeLimit, _workLimit, _gap, _target, _seed, _threads, _bounds], Read, Write);

    public decimal TimeLimitSeconds { get; init; } = DefaultSeconds;

    public long? WorkLimit { get; init; }

    public decimal Gap { get; init; }

    public decimal? Target { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 256;

    public bool Bounds { get; init; } = true;

    /// <summary>The solver's options for costs on a grid.</summary>
    /// <param name="costScale">Grid costs in one unit of cost.</param>
    public SolverOptions ToOptions(int costScale) => new()
    {
        TimeLimit = TimeSpan.FromSeconds((double)TimeLimitSeconds),
        WorkLimit = WorkLimit,
        Gap = (double)Gap,
        Target = Target is { } target ? (long)Math.Clamp(decimal.Floor(target * costScale), long.MinValue, long.MaxValue) : null,
        Seed = Seed,
        Threads = Math.Min(Threads, Environment.ProcessorCount),
        Bounds = Bounds,
    };

    /// <summary>The options as JSON; what equals its default is left out.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            new ObjectKind<SolveSettings>(Shape).Write(json, this, new DocumentScope());
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What <see cref="ToJson"/> has written.</summary>
    public static SolveSettings OfJson(string json) =>
        new ObjectKind<SolveSettings>(Shape).Read(JsonElement.Parse(json), At.Root, new DocumentScope());

    private static SolveSettings Read(DocumentObject from) => new()
    {
        TimeLimitSeconds = from.Get(_timeLimit),
        WorkLimit = from.Find(_workLimit),
        Gap = from.Get(_gap),
        Target = from.Find(_target),
        Seed = from.Get(_seed),
        Threads = from.Get(_threads),
        Bounds = from.Get(_bounds),
    };

    private static void Write(DocumentWriter to, SolveSettings settings)
    {
        to.Put(_timeLimit, settings.TimeLimitSeconds);
        to.PutIfAny(_workLimit, settings.WorkLimit);
        to.Put(_gap, settings.Gap);
        to.PutIfAny(_target, settings.Target);
        to.Put(_seed, settings.Seed);
        to.Put(_threads, settings.Threads);
        to.Put(_bounds, settings.Bounds);
    }
}
