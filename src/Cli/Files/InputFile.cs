using System.Text;
using BerthOpt.Berths;

namespace BerthOpt.Cli.Files;

/// <summary>Reads text files; whatever is wrong with one becomes a message that names it.</summary>
internal static class InputFile
{
    private const long MostBytes = BerthDocument.DefaultMaxBytes;

    /// <summary>The bytes of a text file.</summary>
    /// <exception cref="UsageException">The file is missing, a folder, unreadable, empty, too large or not text.</exception>
    public static byte[] Read(string path)
    {
        var bytes = Bytes(path);
        if (bytes.Length == 0)
        {
            throw new UsageException($"File \"{path}\" is empty; expected text.");
        }

        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
        {
            throw new UsageException($"File \"{path}\" is binary (byte {zero} is zero); expected text. Maybe it is compressed, or UTF-16: save it as UTF-8.");
        }

        return bytes;
    }

    /// <summary>The text of a UTF-8 file.</summary>
    /// <exception cref="UsageException">As <see cref="Read"/>, or the file is not UTF-8.</exception>
    public static string Text(string path)
    {
        var bytes = Read(path).AsSpan();
        try
        {
            bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new UsageException($"File \"{path}\" is not UTF-8 text (at byte {fault.Index}); expected UTF-8. Maybe it has another encoding, or is binary.");
        }
    }

    private static byte[] Bytes(string path)
    {
        if (path.Length == 0)
        {
            throw new UsageException("A file name is empty; expected the path of a file.");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"\"{path}\" is a folder; expected a file.");
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"File \"{path}\" does not exist (looked in \"{Environment.CurrentDirectory}\").");
        }

        try
        {
            // Read piece by piece: devices and pipes do not say how long they are, and may have no end.
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var piece = new byte[1 << 16];
            for (var count = file.Read(piece); count > 0; count = file.Read(piece))
            {
                bytes.Write(piece, 0, count);
                if (bytes.Length > MostBytes)
                {
                    throw new UsageException($"File \"{path}\" has more than {MostBytes} bytes; expected at most that many. Maybe it is another file, or a coarser grid or a shorter period will do.");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"File \"{path}\" cannot be read: {fault.Message}");
        }
    }
}
