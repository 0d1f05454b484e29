using System.ComponentModel.DataAnnotations;

namespace BerthOpt.Api;

/// <summary>How much one request, and all of them together, may ask of the machine; section <c>Limits</c> of the configuration.</summary>
internal sealed class RequestLimits
{
    /// <summary>Greatest size of a JSON body in bytes; also of a MessagePack body once it is JSON. 1 KiB to 1 GiB, default 16 MiB.</summary>
    [Range(1 << 10, 1 << 30)]
    public int JsonBytes { get; init; } = 16 << 20;

    /// <summary>Greatest size of a MessagePack body in bytes. 1 KiB to 1 GiB, default 4 MiB.</summary>
    [Range(1 << 10, 1 << 30)]
    public int MessagePackBytes { get; init; } = 4 << 20;

    /// <summary>Greatest size of a problem to be solved: of berths as <see cref="Api.SolveSize"/> measures it, where a unit takes up to 5 bytes; of cranes in bytes. 1 and more, default 400 million.</summary>
    [Range(1, long.MaxValue)]
    public long SolveSize { get; init; } = 400_000_000;

    /// <summary>Greatest size in bytes of a body of this format.</summary>
    public int BytesOf(WireFormat format) => format == WireFormat.Json ? JsonBytes : MessagePackBytes;
}

/// <summary>Adds the limits.</summary>
internal static class LimitsSetup
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<RequestLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
    }
}
