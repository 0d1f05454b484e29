using System.CommandLine;

namespace BerthOpt.Cli.Problems;

/// <summary>A kind of problem, as the commands know it: which files are of it, and how they are read and made.</summary>
internal abstract class ProblemKind
{
    /// <summary>Its name on the command line and in results.</summary>
    public abstract string Name { get; }

    /// <summary>Names of its file formats.</summary>
    public abstract IReadOnlyList<string> Formats { get; }

    /// <summary>The format of it that the content of a file tells; null when it tells none.</summary>
    public abstract string? FormatOf(string path, byte[] bytes);

    /// <summary>Reads a problem.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="format">One of <see cref="Formats"/>; null to tell it from the content.</param>
    /// <param name="variant">Reading of the format; null for its default.</param>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public abstract Instance Read(string path, byte[] bytes, string? format, string? variant);

    /// <summary>The command that makes problems of it; null for none.</summary>
    public abstract Command? Generate(Host host);
}

/// <inheritdoc cref="ProblemKind"/>
/// <typeparam name="TFormat">The enumeration of its file formats.</typeparam>
/// <typeparam name="TInstance">What the library reads.</typeparam>
internal abstract class ProblemKind<TFormat, TInstance> : ProblemKind
    where TFormat : struct, Enum
{
    public sealed override IReadOnlyList<string> Formats { get; } = [.. Enum.GetValues<TFormat>().Select(Word)];

    public sealed override string? FormatOf(string path, byte[] bytes) => Detect(path, bytes) is { } format ? Word(format) : null;

    public sealed override Instance Read(string path, byte[] bytes, string? format, string? variant)
    {
        var instance = ProblemKinds.In(path, () => Read(path, bytes, format is null ? null : Enum.Parse<TFormat>(format, ignoreCase: true), variant));
        return Of(instance, Path.GetFileNameWithoutExtension(path));
    }

    /// <summary>What was read, as the commands know it.</summary>
    /// <param name="instance">What was read.</param>
    /// <param name="fileName">What to call it where it has no name.</param>
    public abstract Instance Of(TInstance instance, string fileName = "");

    protected abstract TFormat? Detect(string path, byte[] bytes);

    protected abstract TInstance Read(string path, byte[] bytes, TFormat? format, string? variant);

    private static string Word(TFormat format) => format.ToString().ToLowerInvariant();
}
