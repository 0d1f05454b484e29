using System.Runtime.CompilerServices;

namespace BerthOpt.Diagnostics;

/// <summary>The words of a fault, put together only when the log still lists it: a hopeless plan has millions of faults.</summary>
[InterpolatedStringHandler]
internal ref struct FaultMessage
{
    private DefaultInterpolatedStringHandler text;

    public FaultMessage(int literalLength, int formattedCount, FaultCount log, out bool listed)
    {
        listed = log.HasRoom;
        text = listed ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    public string ToStringAndClear() => text.ToStringAndClear();
}
