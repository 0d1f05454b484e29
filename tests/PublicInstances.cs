namespace BerthOpt.Tests;

/// <summary>The folder of published benchmark instances, which is not part of the repository.</summary>
internal static class PublicInstances
{
    /// <summary>The files of a set ("berths-discrete/cordeau-i2"), in order of their names; skips the test where the folder is absent.</summary>
    public static string[] Files(string set, string pattern = "*")
    {
        var folder = Environment.GetEnvironmentVariable("BERTHOPT_INSTANCES") is { Length: > 0 } named ? named : Beside();
        var path = folder is null ? null : Path.Combine(folder, set);
        if (path is null || !Directory.Exists(path))
        {
            Assert.Skip($"The published instances \"{set}\" are not at hand; the environment variable BERTHOPT_INSTANCES names their folder.");
        }

        return [.. Directory.GetFiles(path, pattern).Where(file => !Path.GetFileName(file).StartsWith("README", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BerthOpt.sln")))
            {
                return Path.Combine(folder.Parent?.FullName ?? "", "shared", "instances");
            }
        }

        return null;
    }
}
