using System.CommandLine.Parsing;
using System.Security.Cryptography;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Bench;

/// <summary>A problem to run.</summary>
/// <param name="Name">Its file's name, or what made it.</param>
/// <param name="Hash">The first 16 hexadecimal digits of the SHA-256 of its file.</param>
/// <param name="Instance">The problem.</param>
internal sealed record BenchInput(string Name, string Hash, Instance Instance)
{
    private static readonly string[] _notes = ["README", "LICENSE"];

    /// <summary>The files that are meant: of a folder all in it but its notes.</summary>
    public static IReadOnlyList<string> Paths(IEnumerable<string> given) => [.. given.SelectMany(path => Directory.Exists(path)
        ? Directory.GetFiles(path).Where(file => !Array.Exists(_notes, note => Path.GetFileName(file).StartsWith(note, StringComparison.Ordinal))).Order(StringComparer.Ordinal)
        : (IEnumerable<string>)[path])];

    /// <summary>A problem of a file.</summary>
    public static BenchInput Of(string path, Instance instance) => Of(path, Path.GetFileName(path), instance);

    /// <summary>A problem that <c>berthopt generate</c> makes of some words.</summary>
    /// <exception cref="UsageException">It makes none of them.</exception>
    public static BenchInput Generated(Host host, string words)
    {
        var folder = Directory.CreateTempSubdirectory("berthopt-");
        using var error = new StringWriter();
        try
        {
            var file = Path.Combine(folder.FullName, "problem.json");
            string[] arguments = [.. CommandLineParser.SplitCommandLine(words), "--out", file];
            var exit = CommandLine.Run(["generate", .. arguments], host with { Out = error, Error = error });
            return exit == ExitCode.Done && File.Exists(file) ? Of(file, words, ProblemKinds.Open(file)) : throw new UsageException($"Option --generate \"{words}\" makes no problem: {error}".TrimEnd());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static BenchInput Of(string path, string name, Instance instance) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(InputFile.Read(path).Bytes))[..16], instance);
}
