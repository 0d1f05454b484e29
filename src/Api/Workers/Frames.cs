using System.Buffers.Binary;

namespace BerthOpt.Api;

/// <summary>What a frame between the service and a worker says.</summary>
internal enum FrameType : byte
{
    /// <summary>To the worker: a problem to solve (<see cref="SolveOrder"/>, then the document).</summary>
    Solve = 1,

    /// <summary>To the worker: give what you have.</summary>
    Stop,

    /// <summary>From the worker: it is there, and waits.</summary>
    Ready,

    /// <summary>From the worker: how far it is (<see cref="WorkerProgress"/>).</summary>
    Progress,

    /// <summary>From the worker: a plan (its stated cost in 8 bytes, then the document).</summary>
    Plan,

    /// <summary>From the worker: the run has ended (<see cref="WorkerResult"/>).</summary>
    Done,

    /// <summary>From the worker: the run has failed (<see cref="WorkerFault"/>).</summary>
    Failed,

    /// <summary>To the worker: a plan to explain (<see cref="ExplainOrder"/>, then the problem's document).</summary>
    Explain,

    /// <summary>From the worker: the explanation, as its document.</summary>
    Explanation,
}

/// <summary>One message.</summary>
internal readonly record struct Frame(FrameType Type, ReadOnlyMemory<byte> Payload);

/// <summary>Messages on a pipe: the length of the payload in 4 bytes, the type in one, the payload.</summary>
internal static class Frames
{
    /// <summary>Greatest payload: a document of a gigabyte and its header.</summary>
    public const int MostBytes = (1 << 30) + (1 << 20);

    private const int Header = 5;

    public static async ValueTask WriteAsync(Stream stream, FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        await stream.WriteAsync(HeaderOf(type, payload.Length), cancellation);
        await stream.WriteAsync(payload, cancellation);
        await stream.FlushAsync(cancellation);
    }

    public static void Write(Stream stream, FrameType type, ReadOnlySpan<byte> payload)
    {
        stream.Write(HeaderOf(type, payload.Length));
        stream.Write(payload);
        stream.Flush();
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">It is no message.</exception>
    /// <exception cref="EndOfStreamException">It ends within a message.</exception>
    public static async ValueTask<Frame?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[Header];
        var read = await stream.ReadAtLeastAsync(header, Header, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (read < Header || length is < 0 or > MostBytes || !Enum.IsDefined((FrameType)header[4]))
        {
            throw new InvalidDataException("The stream holds something else than messages.");
        }

        var payload = new byte[length];
        await stream.ReadExactlyAsync(payload, cancellation);
        return new Frame((FrameType)header[4], payload);
    }

    private static byte[] HeaderOf(FrameType type, int length)
    {
        var header = new byte[Header];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        header[4] = (byte)type;
        return header;
    }
}
