namespace BerthOpt.Berths;

/// <summary>
/// How often each call took each stay in the last evaluations, later ones counting more: close to a solution of the relaxed linear program.
/// </summary>
internal sealed class StayAverage
{
    private const double Growth = 1.02;

    private readonly StayModel _model;
    private readonly StayList[] _lists;
    private readonly double[][][] _taken;
    private double _gain = 1;
    private double _total;

    public StayAverage(StayModel model, StayList[] lists)
    {
        (_model, _lists) = (model, lists);
        _taken = [.. model.Choices.Select((places, call) => places.Select(_ => new double[lists[call].Count]).ToArray())];
    }

    /// <summary>Begins the next evaluation.</summary>
    public void Next()
    {
        _gain *= Growth;
        _total += _gain;
        if (_gain < 1e100)
        {
            return;
        }

        foreach (var row in _taken.SelectMany(rows => rows))
        {
            for (var stay = 0; stay < row.Length; stay++)
            {
                row[stay] /= _gain;
            }
        }

        (_gain, _total) = (1, _total / _gain);
    }

    /// <summary>Counts a choice.</summary>
    public void Take(int call, int choice, int stay) => _taken[call][choice][stay] += _gain;

    /// <summary>What calls take of a measure on average in each block of slots.</summary>
    public void Use(Measure measure, int slotsPerBlock, Span<float> blocks)
    {
        for (var call = 0; call < _taken.Length; call++)
        {
            for (var choice = 0; choice < _taken[call].Length && measure.Weight[call] > 0; choice++)
            {
                for (var stay = 0; stay < _lists[call].Count && _model.Choices[call][choice].Room == measure.Room; stay++)
                {
                    var part = (float)(_taken[call][choice][stay] / _total) * measure.Weight[call];
                    for (var slot = _lists[call].Start[stay]; slot < _lists[call].Until[stay] && part > 1e-4f; slot++)
                    {
                        blocks[slot / slotsPerBlock] += part;
                    }
                }
            }
        }
    }

    /// <summary>When a call comes on average.</summary>
    public double Start(int call)
    {
        var (weight, sum) = (1e-9, 0.0);
        foreach (var row in _taken[call])
        {
            for (var stay = 0; stay < row.Length; stay++)
            {
                weight += row[stay];
                sum += row[stay] * _lists[call].Start[stay];
            }
        }

        return sum / weight;
    }

    /// <summary>The share of each call that is in a room at each slot, and the slots at which some of them come.</summary>
    public (float[][] Share, List<int> Starts) Activity(int room, int slots)
    {
        var starts = new SortedSet<int>();
        var share = new float[_taken.Length][];
        for (var call = 0; call < share.Length; call++)
        {
            share[call] = new float[slots + 1];
            for (var choice = 0; choice < _taken[call].Length; choice++)
            {
                if (_model.Choices[call][choice].Room != room)
                {
                    continue;
                }

                for (var stay = 0; stay < _lists[call].Count; stay++)
                {
                    var part = (float)(_taken[call][choice][stay] / _total);
                    if (part > 0.002f)
                    {
                        share[call][_lists[call].Start[stay]] += part;
                        share[call][_lists[call].Until[stay]] -= part;
                        starts.Add(_lists[call].Start[stay]);
                    }
                }
            }

            for (var slot = 1; slot <= slots; slot++)
            {
                share[call][slot] += share[call][slot - 1];
            }
        }

        return (share, [.. starts]);
    }
}
