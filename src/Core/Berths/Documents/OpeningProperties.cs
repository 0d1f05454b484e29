using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Opening times, which quays and berths share.</summary>
internal static class OpeningProperties
{
    public static readonly Property<int> Open = Property<int>.Optional("openMinutes", "open", BerthKinds.Time, 0, "first minute at which a call may lie here");
    public static readonly Property<int> Close = Property<int>.Optional("closeMinutes", "close", BerthKinds.Time, int.MaxValue, "minute by which every call must have left; default never");

    public static (int Open, int Close) Read(DocumentObject from)
    {
        var (open, close) = (0, int.MaxValue);
        if (!(from.Read(Open, ref open) & from.Read(Close, ref close)))
        {
            return (0, int.MaxValue);
        }

        if (open < close)
        {
            return (open, close);
        }

        from.Fault("empty-interval", Close, $"closes when it opens or before; expected more than \"{Open.Name}\".");
        return (0, int.MaxValue);
    }

    public static void Write(DocumentWriter to, int open, int close)
    {
        to.Put(Open, open);
        to.Put(Close, close);
    }
}
