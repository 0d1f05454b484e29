namespace BerthOpt.Cranes;

/// <content>A saved list to which search goes back.</content>
internal sealed partial class CraneState
{
    private readonly int[][] _saved;
    private readonly int[][] _kept;
    private (int Count, long Cost, long Late, int Makespan) _savedCost;

    private int[][] Kept => [_order, _crane, _rank, _place, _start, _end, _lower, _higher, _tails, _late, _lowerBehind, _higherBehind, _shifted, _trackEnd];

    /// <summary>Remembers the list, with its starts and tails.</summary>
    public void Save()
    {
        for (var index = 0; index < _saved.Length; index++)
        {
            _kept[index].CopyTo(_saved[index].AsSpan());
        }

        _savedCost = (Count, Cost, Late, Makespan);
        Work += 1 + (Count >> 3);
    }

    /// <summary>Goes back to the list of the last <see cref="Save"/>.</summary>
    public void Restore()
    {
        for (var index = 0; index < _saved.Length; index++)
        {
            _saved[index].CopyTo(_kept[index].AsSpan());
        }

        (Count, Cost, Late, Makespan) = _savedCost;
        (_valid, _weighed) = (Count, Count);
        Work += 1 + (Count >> 3);
    }
}
