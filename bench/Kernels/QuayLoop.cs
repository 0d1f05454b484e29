using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>
/// The move of search in its smallest form, over the kernels that search uses: three neighbouring calls are taken off a quay that is kept
/// as rows of bits, each is put back at its cheapest place, and the result is kept when it is not much worse. cpp/quay_loop.cpp is the
/// same in C++.
/// </summary>
internal sealed class QuayLoop
{
    private const long Wait = 100;
    private const long Far = 3;
    private const ulong Slack = 400;

    private readonly int _cells;
    private readonly int _words;
    private readonly int _horizon;
    private readonly Call[] _calls;
    private readonly Place[] _at;
    private readonly ulong[] _rows;
    private readonly ulong[] _free;
    private readonly Rng _rng;

    public QuayLoop(int cells, int horizon, Call[] calls, ulong seed)
    {
        (_cells, _words, _horizon, _calls) = (cells, BitRows.PaddedWords(cells), horizon, calls);
        _at = new Place[calls.Length];
        _rows = new ulong[_words * horizon];
        _free = new ulong[_words];
        _rng = new Rng(seed);
        for (var call = 0; call < calls.Length; call++)
        {
            Put(call, Find(call));
        }
    }

    /// <summary>Cost of all calls.</summary>
    public long Total { get; private set; }

    public int Words => _words;

    /// <summary>Calls of a busy quay, in the order of their arrivals.</summary>
    public static Call[] Draw(int calls, int cells, int slotsPerCall, ulong seed)
    {
        var rng = new Rng(seed);
        var drawn = new Call[calls];
        for (var call = 0; call < calls; call++)
        {
            var width = rng.Next(8, 31);
            drawn[call] = new Call(call * slotsPerCall, width, rng.Next(6, 31), rng.Next(cells - width + 1));
        }

        return drawn;
    }

    public void Move()
    {
        var seed = (int)(_rng.Next() % (ulong)(_calls.Length - 2));
        var limit = Total + (long)(_rng.Next() % Slack);
        var (one, two, three) = (_at[seed], _at[seed + 1], _at[seed + 2]);
        Remove(seed);
        Remove(seed + 1);
        Remove(seed + 2);
        var turn = (int)(_rng.Next() % 3);
        for (var index = 0; index < 3; index++)
        {
            var call = seed + ((index + turn) % 3);
            Put(call, Find(call));
        }

        if (Total > limit)
        {
            Remove(seed);
            Remove(seed + 1);
            Remove(seed + 2);
            Put(seed, one);
            Put(seed + 1, two);
            Put(seed + 2, three);
        }
    }

    private Place Find(int index)
    {
        var call = _calls[index];
        var best = new Place(-1, -1, 1L << 60);
        for (var start = call.Arrival; start + call.Slots <= _horizon; start++)
        {
            var cost = Wait * (start - call.Arrival);
            if (cost >= best.Cost)
            {
                break;
            }

            BitRows.Or<Simd>(_rows, _words, start, start + call.Slots, _free);
            BitRows.FreeRuns<Simd>(_free, call.Width);
            var cell = BitRows.Nearest(_free, 0, _cells - call.Width + 1, call.Aim);
            if (cell >= 0)
            {
                cost += Far * Math.Abs(cell - call.Aim);
                if (cost < best.Cost)
                {
                    best = new Place(start, cell, cost);
                }
            }
        }

        return best.Start >= 0 ? best : throw new InvalidOperationException($"Call {index} has no place; expected a longer horizon.");
    }

    private void Put(int index, Place place)
    {
        var call = _calls[index];
        BitRows.Fill(_rows, _words, place.Start, place.Start + call.Slots, place.Cell, call.Width);
        _at[index] = place;
        Total += place.Cost;
    }

    private void Remove(int index)
    {
        var (call, place) = (_calls[index], _at[index]);
        BitRows.Clear(_rows, _words, place.Start, place.Start + call.Slots, place.Cell, call.Width);
        Total -= place.Cost;
    }

    internal readonly record struct Call(int Arrival, int Width, int Slots, int Aim);

    private readonly record struct Place(int Start, int Cell, long Cost);
}
