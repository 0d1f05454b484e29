using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>The bytes of a file.</summary>
internal static class SourceFile
{
    /// <summary>All bytes of a file, which may be one without an end.</summary>
    /// <param name="path">Path of the file; at most <see cref="SourceText.MostBytes"/>.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is too large.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var chunk = new byte[1 << 16];
            for (var count = file.Read(chunk); count > 0; count = file.Read(chunk))
            {
                bytes.Write(chunk, 0, count);
                if (bytes.Length > SourceText.MostBytes)
                {
                    throw InvalidInputException.Of("too-large", "", $"\"{path}\" has more than {SourceText.MostBytes} bytes; expected at most that many.");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw InvalidInputException.Of("unreadable-file", "", $"\"{path}\" cannot be read: {fault.Message}");
        }
    }
}
