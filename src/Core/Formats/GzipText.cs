using System.IO.Compression;
using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>Files that gzip may have compressed.</summary>
internal static class GzipText
{
    /// <summary>The bytes themselves, or what gzip made them of.</summary>
    /// <param name="bytes">Content of a file; at most <see cref="SourceText.MostBytes"/> when unpacked.</param>
    /// <exception cref="InvalidInputException">They start as gzip does and cannot be unpacked, or unpack to too much.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return bytes;
        }

        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var piece = new byte[1 << 16];
            for (var count = packed.Read(piece); count > 0; count = packed.Read(piece))
            {
                plain.Write(piece, 0, count);
                if (plain.Length > SourceText.MostBytes)
                {
                    throw InvalidInputException.Of("too-large", "line 1", $"starts a compressed file of more than {SourceText.MostBytes} bytes; expected at most that many.");
                }
            }

            return plain.GetBuffer().AsMemory(0, (int)plain.Length);
        }
        catch (InvalidDataException fault)
        {
            throw InvalidInputException.Of("bad-gzip", "", $"starts as gzip does and cannot be unpacked: {fault.Message} Maybe it was cut off.");
        }
    }
}
