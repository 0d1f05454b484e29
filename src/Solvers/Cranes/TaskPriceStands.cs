using System.Runtime.CompilerServices;

namespace BerthOpt.Cranes;

/// <summary>
/// How cranes can stand at work together: from the first to the last each at a place no smaller than the one before it, where the place is the position
/// less the clearances of the crane's index. The dearest stand is found by going through cranes and places once.
/// </summary>
internal sealed class TaskPriceStands
{
    private const int PriceBits = 20;
    private const int ValueBits = 16;

    private readonly ListModel _model;
    private readonly int _places;
    private readonly int[] _placeOf;
    private readonly long[] _levels;
    private readonly int[] _byLevel;
    private readonly int[] _levelOf;
    private readonly double[] _rate;
    private readonly double[] _value;
    private readonly int[] _task;
    private readonly double[] _row;
    private readonly bool[] _works;
    private double _earned;

    public TaskPriceStands(ListModel model)
    {
        _model = model;
        var flows = new VesselFlowBound(model);
        _levels = [.. flows.Ready.Where((_, vessel) => flows.Work[vessel] > 0).Distinct().Order()];
        _levelOf = [.. Enumerable.Range(0, model.Tasks).Select(task => Math.Max(0, Array.IndexOf(_levels, flows.Ready[model.Vessel[task]])))];
        _byLevel = [.. Enumerable.Range(0, model.Tasks).Where(Counts).OrderBy(task => _levelOf[task]).ThenBy(task => task)];
        Weight = [.. Enumerable.Range(0, model.Tasks).Select(task => Counts(task) ? (double)model.LeastHandling(task) : 0)];
        int[] places = [.. Enumerable.Range(0, model.Tasks).SelectMany(task => model.Allowed[task].Select(crane => model.Place(task, crane))).Distinct().Order()];
        _places = places.Length;
        _placeOf = new int[model.Tasks * model.Cranes];
        for (var task = 0; task < model.Tasks; task++)
        {
            foreach (var crane in model.Allowed[task])
            {
                _placeOf[(task * model.Cranes) + crane] = Array.BinarySearch(places, model.Place(task, crane));
            }
        }

        _rate = [.. model.Model.Handling.Select(handling => handling > 0 ? 1.0 / handling : 0)];
        (_value, _task) = (new double[model.Cranes * _places], new int[model.Cranes * _places]);
        (_row, _works) = (new double[_places + 1], new bool[model.Cranes * _places]);
    }

    /// <summary>Slots of work of each task at the least; 0 for tasks that are not priced.</summary>
    public double[] Weight { get; }

    /// <summary>What one evaluation looks at.</summary>
    public long Cells => ((long)_model.Cranes * _places * _levels.Length) + (_byLevel.Length * (long)_model.Cranes);

    /// <summary>The bound on the end of all tasks by the last evaluation, in floating-point numbers.</summary>
    public double End { get; private set; }

    /// <summary>How much more the tasks cost than can be earned until an end, and what one more of each price would add to that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(double[] prices, double until, double[] slope)
    {
        var sum = 0.0;
        foreach (var task in _byLevel)
        {
            sum += prices[task];
        }

        Array.Clear(_value);
        Array.Fill(slope, 1);
        var next = 0;
        for (var level = 0; level + 1 < _levels.Length; level++)
        {
            next = Offer(next, level, prices);
            var earned = Dearest();
            var length = _levels[level + 1] - _levels[level];
            sum -= length * earned;
            Count(length, slope);
        }

        Offer(next, _levels.Length - 1, prices);
        _earned = Dearest();
        var rest = Math.Max(0, until - _levels[^1]);
        Count(rest, slope);
        End = _earned > 0 ? _levels[^1] + (sum / _earned) : 0;
        return sum - (rest * _earned);
    }

    /// <summary>Makes a slot behind the last level earn one.</summary>
    public void Normalise(double[] prices)
    {
        if (_earned > 0)
        {
            for (var task = 0; task < prices.Length; task++)
            {
                prices[task] /= _earned;
            }
        }
    }

    /// <summary>The bound in whole numbers: prices rounded down, earnings rounded up.</summary>
    public long Exact(double[] prices)
    {
        var rounded = Array.ConvertAll(prices, price => (long)(price * (1 << PriceBits)));
        Int128 left = 0;
        foreach (var task in _byLevel)
        {
            left += (Int128)rounded[task] << ValueBits;
        }

        var values = new long[_model.Cranes * _places];
        var next = 0;
        for (var level = 0; level < _levels.Length; level++)
        {
            for (; next < _byLevel.Length && _levelOf[_byLevel[next]] == level; next++)
            {
                var task = _byLevel[next];
                foreach (var crane in _model.Allowed[task])
                {
                    var at = (task * _model.Cranes) + crane;
                    ref var cell = ref values[(crane * _places) + _placeOf[at]];
                    cell = Math.Max(cell, (long)((((Int128)rounded[task] << ValueBits) + _model.Model.Handling[at] - 1) / _model.Model.Handling[at]));
                }
            }

            var row = new long[_places + 1];
            for (var crane = 0; crane < _model.Cranes; crane++)
            {
                for (var place = 0; place < _places; place++)
                {
                    row[place + 1] = Math.Max(row[place], row[place + 1] + values[(crane * _places) + place]);
                }
            }

            if (level + 1 < _levels.Length)
            {
                left -= (Int128)row[_places] * (_levels[level + 1] - _levels[level]);
            }
            else if (left > 0 && row[_places] > 0)
            {
                return _levels[level] + (long)((left + row[_places] - 1) / row[_places]);
            }
        }

        return 0;
    }

    /// <summary>Tasks that some crane does in no time earn nothing.</summary>
    private bool Counts(int task) => _model.Allowed[task].Length > 0 && _model.LeastHandling(task) > 0;

    /// <summary>Lets the tasks that are ready at a level be worked on from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Offer(int next, int level, double[] prices)
    {
        for (; next < _byLevel.Length && _levelOf[_byLevel[next]] == level; next++)
        {
            var task = _byLevel[next];
            foreach (var crane in _model.Allowed[task])
            {
                var at = (task * _model.Cranes) + crane;
                var cell = (crane * _places) + _placeOf[at];
                var value = prices[task] * _rate[at];
                if (value > _value[cell])
                {
                    (_value[cell], _task[cell]) = (value, task);
                }
            }
        }

        return next;
    }

    /// <summary>What the dearest stand earns in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Dearest()
    {
        Array.Clear(_row);
        for (var crane = 0; crane < _model.Cranes; crane++)
        {
            var values = _value.AsSpan(crane * _places, _places);
            var works = _works.AsSpan(crane * _places, _places);
            for (var place = 0; place < values.Length; place++)
            {
                var with = _row[place + 1] + values[place];
                works[place] = with > _row[place];
                _row[place + 1] = Math.Max(_row[place], with);
            }
        }

        return _row[_places];
    }

    /// <summary>Takes what the dearest stand does in so many slots from the slopes of its tasks.</summary>
    private void Count(double length, double[] slope)
    {
        var place = _places - 1;
        for (var crane = _model.Cranes - 1; crane >= 0; crane--)
        {
            while (place >= 0 && !_works[(crane * _places) + place])
            {
                place--;
            }

            if (place < 0)
            {
                return;
            }

            var cell = (crane * _places) + place;
            if (_value[cell] > 0)
            {
                slope[_task[cell]] -= length * _rate[(_task[cell] * _model.Cranes) + crane];
            }
        }
    }
}
