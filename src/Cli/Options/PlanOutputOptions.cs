using System.CommandLine;
using BerthOpt.Cli.Files;

namespace BerthOpt.Cli.Options;

/// <summary>Where a plan goes: as JSON (null where that is not offered), as CSV and as SVG.</summary>
internal sealed class PlanOutputOptions(Option<string?>? json, Option<string?> csv, Option<string?> svg)
{
    /// <summary><c>--out</c>, <c>--csv</c> and <c>--svg</c>.</summary>
    public PlanOutputOptions()
        : this(
            TypedOption.Path("--out", "Write the plan to this file, as JSON."),
            TypedOption.Path("--csv", "Write the plan to this file, as CSV in the units of the instance."),
            TypedOption.Path("--svg", "Draw the plan to this file, as SVG."))
    {
    }

    private Option<string?>?[] All => [json, csv, svg];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All.OfType<Option<string?>>())
        {
            command.Add(option);
        }
    }

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(ParseResult parse) => Array.Exists(All, option => Path(parse, option) is not null);

    /// <summary>The files of one plan; refuses what cannot be written, before any work is done.</summary>
    public PlanOutputs Read(ParseResult parse, params string[] inputs) => Read(parse, 1, inputs)[0];

    /// <summary>The files of several plans, numbered where there is more than one; refuses what cannot be written, before any work is done.</summary>
    public IReadOnlyList<PlanOutputs> Read(ParseResult parse, int plans, params string[] inputs)
    {
        var files = OutputFile.All(inputs, [.. All.SelectMany(option => Numbered(Path(parse, option), plans))]);
        return [.. Enumerable.Range(0, plans).Select(plan => new PlanOutputs(files[plan], files[plans + plan], files[(2 * plans) + plan]))];
    }

    private static string? Path(ParseResult parse, Option<string?>? option) => option is null ? null : parse.GetValue(option);

    private static IEnumerable<string?> Numbered(string? path, int plans) => Enumerable.Range(1, plans)
        .Select(plan => path is null || plans == 1 ? path : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", $"{System.IO.Path.GetFileNameWithoutExtension(path)}-{plan}{System.IO.Path.GetExtension(path)}"));
}
