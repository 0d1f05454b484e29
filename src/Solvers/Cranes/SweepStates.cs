namespace BerthOpt.Cranes;

/// <summary>States of a sweep between two events, a row of numbers for each; grown as needed, never shrunk.</summary>
internal sealed class SweepStates(int stride)
{
    private int[] _buckets = new int[1024];

    public int Count { get; set; }

    /// <summary>For each state and crane: the greatest end less key so far.</summary>
    public int[] Ends { get; private set; } = new int[1024 * stride];

    /// <summary>Tasks of open groups that are done.</summary>
    public ulong[] Done { get; private set; } = new ulong[1024];

    /// <summary>State before the event that it comes from.</summary>
    public int[] Parent { get; private set; } = new int[1024];

    /// <summary>Greatest end of a task so far, in slots.</summary>
    public int[] Worst { get; private set; } = new int[1024];

    /// <summary>How little room is left; the smaller the better.</summary>
    public long[] Score { get; private set; } = new long[1024];

    /// <summary>Next state of the same bucket; -1 for none.</summary>
    private int[] _next = new int[1024];

    public Span<int> Row(int state) => Ends.AsSpan(state * stride, stride);

    public void Clear()
    {
        Count = 0;
        Array.Fill(_buckets, -1);
    }

    /// <summary>Room for one more.</summary>
    public int Reserve()
    {
        if (Count == Done.Length)
        {
            var size = Count * 2;
            (var ends, var done, var parent, var worst, var score) = (Ends, Done, Parent, Worst, Score);
            Array.Resize(ref ends, size * stride);
            Array.Resize(ref done, size);
            Array.Resize(ref parent, size);
            Array.Resize(ref worst, size);
            Array.Resize(ref score, size);
            Array.Resize(ref _next, size);
            (Ends, Done, Parent, Worst, Score) = (ends, done, parent, worst, score);
            Rehash(size);
        }

        return Count;
    }

    /// <summary>First state of the bucket of a mask; -1 for none.</summary>
    public ref int Bucket(ulong done) => ref _buckets[(int)(unchecked(done * 0x9E3779B97F4A7C15UL) >> 33) & (_buckets.Length - 1)];

    public int Next(int state) => _next[state];

    public void Link(int state)
    {
        ref var bucket = ref Bucket(Done[state]);
        (_next[state], bucket) = (bucket, state);
    }

    private void Rehash(int size)
    {
        _buckets = new int[size];
        Array.Fill(_buckets, -1);
        for (var state = 0; state < Count; state++)
        {
            Link(state);
        }
    }
}
