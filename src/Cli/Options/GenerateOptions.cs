using System.CommandLine;
using BerthOpt.Cli.Files;

namespace BerthOpt.Cli.Options;

/// <summary>What is made: <c>--kind</c>, the size that goes with it, <c>--seed</c> and <c>--out</c>.</summary>
/// <typeparam name="TKind">The kinds that can be made.</typeparam>
/// <param name="kinds">Each kind by its name, with the option of its size; kinds may share one.</param>
internal sealed class GenerateOptions<TKind>(params (string Name, TKind Kind, Option<int?> Size)[] kinds)
{
    private readonly Option<string> _kind = TypedOption.OneOf("--kind", "Kind of problem", [.. kinds.Select(kind => kind.Name)]);
    private readonly Option<ulong> _seed = TypedOption.Seed();
    private readonly Option<string?> _output = TypedOption.Path("--out", "The JSON file to write.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _output.Required = true;
        command.Add(_kind);
        foreach (var size in Sizes)
        {
            command.Add(size);
        }

        command.Add(_seed);
        command.Add(_output);
    }

    /// <summary>Where to write, and what; a size of null is the default.</summary>
    /// <exception cref="UsageException">Nothing can be written there, or the size is that of another kind.</exception>
    public (OutputFile File, TKind Kind, int? Size, ulong Seed) Read(ParseResult parse)
    {
        var file = OutputFile.At(parse.GetValue(_output))!;
        var (name, kind, size) = kinds.First(known => known.Name == parse.GetRequiredValue(_kind));
        return Sizes.FirstOrDefault(other => other != size && parse.GetValue(other) is not null) is { } given
            ? throw new UsageException($"Option {given.Name} does not go with --kind {name}; expected {size.Name}.")
            : (file, kind, parse.GetValue(size), parse.GetValue(_seed));
    }

    private IEnumerable<Option<int?>> Sizes => kinds.Select(kind => kind.Size).Distinct();
}
