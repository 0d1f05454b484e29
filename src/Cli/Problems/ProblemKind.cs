using System.CommandLine;

namespace BerthOpt.Cli.Problems;

/// <summary>A kind of problem, as the commands know it: which files are of it, and how they are read and made.</summary>
internal abstract class ProblemKind
{
    /// <summary>Its name on the command line and in results.</summary>
    public abstract string Name { get; }

    /// <summary>Names of its file formats.</summary>
    public abstract IReadOnlyList<string> Formats { get; }

    /// <summary>Whether the content of a file tells a format of it.</summary>
    public abstract bool Claims(string path, byte[] bytes);

    /// <summary>Reads a problem.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="format">One of <see cref="Formats"/>; null to tell it from the content.</param>
    /// <param name="variant">Reading of the format; null for its default.</param>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public abstract Instance Read(string path, byte[] bytes, string? format, string? variant);

    /// <summary>The command that makes problems of it.</summary>
    public abstract Command Generate(Host host);
}
