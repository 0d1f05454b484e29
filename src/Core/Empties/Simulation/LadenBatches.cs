namespace BerthOpt.Empties;

/// <summary>Laden boxes aboard vessels, by the tick of their discharge and in the order in which they were loaded; lists in one pool.</summary>
internal sealed class LadenBatches
{
    private const int None = -1;

    private readonly int[] first;
    private readonly int[] last;
    private (int Stop, int Quantity, int Next)[] pool = new (int, int, int)[256];
    private int used;
    private int free = None;

    public LadenBatches(SampleSchedule schedule)
    {
        first = new int[schedule.Ticks];
        last = new int[schedule.Ticks];
        Array.Fill(first, None);
    }

    public int StopOf(int batch) => pool[batch].Stop;

    public int QuantityOf(int batch) => pool[batch].Quantity;

    /// <summary>The first batch to be discharged at a tick; -1 for none.</summary>
    public int First(int tick) => first[tick];

    /// <summary>Takes the first batch of a tick out, and gives the next; -1 for none.</summary>
    public int Take(int batch)
    {
        var next = pool[batch].Next;
        (pool[batch].Next, free) = (free, batch);
        return next;
    }

    public void Add(int stop, int tick, int quantity)
    {
        if (tick >= first.Length)
        {
            return; // Discharged after the end.
        }

        var batch = free;
        if (batch != None)
        {
            free = pool[batch].Next;
        }
        else
        {
            batch = used++;
            if (batch == pool.Length)
            {
                Array.Resize(ref pool, 2 * pool.Length);
            }
        }

        pool[batch] = (stop, quantity, None);
        if (first[tick] == None)
        {
            first[tick] = batch;
        }
        else
        {
            pool[last[tick]].Next = batch;
        }

        last[tick] = batch;
    }

    public void CopyFrom(LadenBatches other)
    {
        other.first.CopyTo(first, 0);
        other.last.CopyTo(last, 0);
        if (pool.Length < other.used)
        {
            pool = new (int, int, int)[other.pool.Length];
        }

        Array.Copy(other.pool, pool, other.used);
        (used, free) = (other.used, other.free);
    }
}
