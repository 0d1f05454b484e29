using System.Text;
using BerthOpt.Berths;

namespace BerthOpt.Cli.Files;

/// <summary>A text file that was read, once; whatever is wrong with one becomes a message that names it.</summary>
internal sealed class InputFile
{
    private const long MostBytes = BerthDocument.DefaultMaxBytes;

    private readonly string _path;

    private InputFile(string path, byte[] bytes) => (_path, Bytes) = (path, bytes);

    /// <summary>Its content.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether it is meant to be JSON: its first letter opens an object.</summary>
    public bool IsJson => Bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>Reads a text file.</summary>
    /// <exception cref="UsageException">The file is missing, a folder, unreadable, empty, too large or not text.</exception>
    public static InputFile Read(string path)
    {
        var bytes = Content(path);
        if (bytes.Length == 0)
        {
            throw new UsageException($"File \"{path}\" is empty; expected text.");
        }

        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0 && !IsGzip(bytes))
        {
            throw new UsageException($"File \"{path}\" is binary (byte {zero} is zero); expected text. Maybe it is compressed, or UTF-16: save it as UTF-8.");
        }

        return new InputFile(path, bytes);
    }

    /// <summary>Its text, without a byte order mark.</summary>
    /// <exception cref="UsageException">The file is not UTF-8.</exception>
    public string Text()
    {
        var bytes = Bytes.AsSpan();
        try
        {
            bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new UsageException($"File \"{_path}\" is not UTF-8 text (at byte {fault.Index}); expected UTF-8. Maybe it has another encoding, or is binary.");
        }
    }

    /// <summary>Whether gzip compressed it; the readers of problems unpack it.</summary>
    private static bool IsGzip(byte[] bytes) => bytes is [0x1F, 0x8B, ..];

    private static byte[] Content(string path)
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
