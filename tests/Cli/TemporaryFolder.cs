namespace BerthOpt.Tests.Cli;

/// <summary>A folder of one test's own, gone after it.</summary>
/// <param name="inside">Where; null where temporary files go.</param>
internal sealed class TemporaryFolder(string? inside = null) : IDisposable
{
    public string Path { get; } = inside is null ? Directory.CreateTempSubdirectory("berthopt-").FullName : Directory.CreateDirectory($"{inside}/berthopt-{Guid.NewGuid():N}").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
