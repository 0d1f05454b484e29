using System.Text;

namespace BerthOpt.Cli.Files;

/// <summary>
/// A file to be written: looked at before the work, so that an hour of search is not lost to a misspelt folder, and written
/// atomically after it: to a temporary file in the same folder, which is then moved into its place.
/// </summary>
internal sealed class OutputFile
{
    private readonly string _target;

    private OutputFile(string path, string target) => (Path, _target) = (path, target);

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The file at a path; null for no path.</summary>
    /// <param name="path">The path, or null.</param>
    /// <param name="inputs">Files that are read, and so must not be overwritten.</param>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static OutputFile? At(string? path, params string[] inputs)
    {
        if (path is null)
        {
            return null;
        }

        if (path.Length == 0 || Directory.Exists(path) || path.EndsWith(System.IO.Path.DirectorySeparatorChar))
        {
            throw new UsageException(path.Length == 0 ? "A file name is empty; expected the path of a file to write." : $"\"{path}\" is a folder; expected the path of a file to write.");
        }

        var target = Resolve(path);
        if (inputs.Any(input => string.Equals(Resolve(input), target, StringComparison.Ordinal)))
        {
            throw new UsageException($"File \"{path}\" is also read; expected another file to write to.");
        }

        var folder = System.IO.Path.GetDirectoryName(target);
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Folder \"{folder}\" does not exist, so \"{path}\" cannot be written. Maybe create it first.");
        }

        var file = new OutputFile(path, target);
        file.Attempt(() =>
        {
            var probe = file.Temporary();
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        });
        return file;
    }

    /// <summary>Several files that must differ from one another; null where no path is given.</summary>
    public static OutputFile?[] All(string[] inputs, params string?[] paths)
    {
        var files = paths.Select(path => At(path, inputs)).ToArray();
        var twice = files.OfType<OutputFile>().GroupBy(file => file._target, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? files : throw new UsageException($"File \"{twice.First().Path}\" is named for {twice.Count()} outputs; expected a file of its own for each.");
    }

    /// <summary>What a writer of bytes writes, as a text with a last line end.</summary>
    public static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()) + '\n';
    }

    /// <summary>Makes sure that a folder exists.</summary>
    /// <exception cref="UsageException">It cannot be created.</exception>
    public static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UsageException($"Folder \"{path}\" cannot be created: {fault.Message}");
        }
    }

    /// <summary>Writes the text as UTF-8.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Write(string text) => Write(new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes the bytes.</summary>
    /// <exception cref="UsageException">They cannot be written.</exception>
    public void Write(byte[] bytes) => Attempt(() =>
    {
        if (IsDevice(_target))
        {
            File.WriteAllBytes(_target, bytes);
            return;
        }

        var temporary = Temporary();
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, _target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    });

    private static string Resolve(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            return !IsDevice(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } link ? link.FullName : full;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    private string Temporary() => $"{_target}.{Environment.ProcessId}.tmp";

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"File \"{Path}\" cannot be written: {fault.Message}");
        }
    }
}
