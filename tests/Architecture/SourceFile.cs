using System.Text.RegularExpressions;

namespace BerthOpt.Tests.Architecture;

/// <summary>A C# file of the repository: its path from the root, with forward slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(Read);

    /// <summary>All C# files below src and tests, build output left out.</summary>
    public static IReadOnlyList<SourceFile> All => Files.Value;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The text without line comments, so that prose may name what code may not use.</summary>
    public string Code => Regex.Replace(Text, @"(?<!:)//.*", string.Empty);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public override string ToString() => Path;

    private static List<SourceFile> Read()
    {
        string root = Root();
        return new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')))
            .Where(f => !f.Path.Contains("/bin/", StringComparison.Ordinal) && !f.Path.Contains("/obj/", StringComparison.Ordinal))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new SourceFile(f.Path, File.ReadAllText(f.File)))
            .ToList();
    }

    public static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "BerthOpt.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No BerthOpt.sln above {AppContext.BaseDirectory}. Maybe the tests run outside their repository.");
    }
}
