namespace BerthOpt.Berths.Checking;

/// <summary>Which berths a call fills at a discrete or hybrid quay.</summary>
internal static class BerthFilling
{
    /// <summary>First berth and number of berths, cut off at the last berth of the quay; (-1, 0) when there is no such berth.</summary>
    public static (int First, int Count) Of(Quay quay, Call call, int berth)
    {
        if (quay.Layout == QuayLayout.Continuous || berth < 0 || berth >= quay.Berths.Length)
        {
            return (-1, 0);
        }

        return quay.Layout == QuayLayout.Discrete ? (berth, 1) : (berth, (int)Math.Min(Wanted(quay, call, berth), quay.Berths.Length - berth));
    }

    /// <summary>Number of berths that the call wants at a hybrid quay from this berth on; one more than there are when they do not hold it.</summary>
    public static long Wanted(Quay quay, Call call, int berth)
    {
        if (call.BerthsNeeded > 0)
        {
            return call.BerthsNeeded;
        }

        var length = 0L;
        for (var next = berth; next < quay.Berths.Length; next++)
        {
            length += quay.Berths[next].Length;
            if (length >= call.Length)
            {
                return next - berth + 1;
            }
        }

        return quay.Berths.Length - berth + 1;
    }
}
