using System.Text.Json.Nodes;
using BerthOpt.Cli.Commands;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary>What a simulation gave, and the verdict of the independent replay of its actions.</summary>
internal sealed record SimulationRun(SamplePath Path, SimulationResult Result, ActionCheck Check)
{
    /// <summary>Boxes that no policy can fulfil more than; null where that was not asked for.</summary>
    public long? Bound { get; init; }

    /// <summary>Whether the second replay gives the same figures.</summary>
    public bool IsValid => Check.Faults.IsEmpty && (Check.Requirements, Check.Shortage, Check.Operations) == (Result.Requirements, Result.Shortage, Result.Operations);

    /// <summary>How the command ends.</summary>
    public int ExitCode => IsValid ? Cli.ExitCode.Done : Cli.ExitCode.Refused;

    /// <summary>Plays a sample path, and has the actions judged.</summary>
    public static SimulationRun Of(SamplePath path, IRepositioningPolicy policy, ulong seed, string file, CancellationToken cancellation)
    {
        try
        {
            var result = ProblemKinds.In(file, () => EmptiesSimulator.Run(path, policy, seed, cancellation));
            return new SimulationRun(path, result, ActionChecker.Check(path, new ActionList(result.Actions, [.. Enumerable.Range(2, result.Actions.Length)]), seed));
        }
        catch (OperationCanceledException)
        {
            throw new UsageException("The simulation was interrupted, so there is no result.");
        }
    }

    /// <summary>Reads actions for a sample path.</summary>
    public static ActionList Actions(string file, SamplePath path)
    {
        var text = InputFile.Read(file).Text();
        return ProblemKinds.In(file, () => ActionCsv.Read(text, path.Schedule));
    }

    /// <summary>A threshold policy whose levels are chosen on another sample path.</summary>
    public static ThresholdPolicy Trained(string folder, SamplePath path)
    {
        var training = ProblemKinds.In(folder, () => MaroFolder.Read(folder));
        return training.Schedule.Ports.Length == path.Schedule.Ports.Length
            ? new ThresholdPolicy(ThresholdSearch.Find(training))
            : throw new UsageException($"\"{folder}\" has {training.Schedule.Ports.Length} ports; expected {path.Schedule.Ports.Length}, as the sample path to play has.");
    }

    /// <summary>Says what came of it, and writes the actions.</summary>
    public void Write(Host host, string policy, bool json, OutputFile? file)
    {
        if (json)
        {
            host.Out.WriteLine(Line(policy).ToJsonString());
        }
        else
        {
            Tables.Facts(host.Tables(), Printable.Of(Path.Schedule.Name), policy, [
                ("Fulfilment", $"{100 * Result.Fulfilment:0.00} %"), ("Orders", $"{Result.Requirements:#,0}"), ("Shortage", $"{Result.Shortage:#,0}"),
                ("Empties moved", $"{Result.Operations:#,0}"), ("Checker", IsValid ? "valid" : "refused"),
                .. Bound is { } bound ? [("No policy fulfils more than", $"{100.0 * bound / Math.Max(1, Result.Requirements):0.00} %")] : Array.Empty<(string, string)>()]);
        }

        if (!IsValid)
        {
            host.Error.WriteLine($"The second replay of the actions gives other figures. {SolveRun.Apology}");
        }

        if (file is not null)
        {
            file.Write(ActionCsv.Write(Result.Actions));
            host.Error.WriteLine($"Wrote {file.Path}: {Tables.Count(Result.Actions.Length, "action")}.");
        }
    }

    private JsonObject Line(string policy) => new()
    {
        ["problem"] = "empties",
        ["instance"] = Path.Schedule.Name,
        ["policy"] = policy,
        ["ticks"] = Path.Schedule.Ticks,
        ["requirements"] = Result.Requirements,
        ["shortage"] = Result.Shortage,
        ["fulfilment"] = Math.Round(Result.Fulfilment, 6),
        ["operations"] = Result.Operations,
        ["fulfilmentBound"] = Bound is { } bound ? Math.Round((double)bound / Math.Max(1, Result.Requirements), 6) : null,
        ["checker"] = IsValid ? "valid" : "refused",
    };
}
