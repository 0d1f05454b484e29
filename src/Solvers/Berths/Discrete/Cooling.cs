namespace BerthOpt.Berths;

/// <summary>
/// The temperature by work done: cycles that cool down geometrically, each longer than the one before. How long they are depends on
/// nothing but their number, so that a run can be cut off anywhere and repeated.
/// </summary>
internal sealed class Cooling
{
    /// <summary>Moves between two changes of temperature.</summary>
    public const int MovesPerStep = 100;

    private const double Hot = 0.8;
    private const double Cold = 0.016;
    private const int StepsPerCall = 10;
    private const int LeastSteps = 200;
    private const double Growth = 2;

    private readonly double _hot;
    private readonly double _cold;
    private long _steps;
    private long _done;
    private double _factor;
    private bool _begun;

    /// <summary>Sets the scale of temperatures: the cost of moving a call by its own handling time, on average.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="heat">How much hotter than usual cycles begin.</param>
    public Cooling(DiscreteModel model, double heat = 1)
    {
        double sum = 0;
        for (var call = 0; call < model.Calls; call++)
        {
            var slots = model.Targets[call].Select(berth => model.Cells[(model.Berths[berth].Group * model.Calls) + call].Occupied).DefaultIfEmpty(1).Min();
            sum += (double)(model.Terms[call].Wait + model.Terms[call].Late) * slots;
        }

        var typical = Math.Max(1, sum / Math.Max(1, model.Calls));
        _hot = typical * Hot * heat;
        _cold = typical * Cold;
        _steps = Math.Max(LeastSteps, (long)model.Calls * StepsPerCall);
        _done = _steps;
    }

    /// <summary>The current temperature.</summary>
    public double Temperature { get; private set; }

    /// <summary>Goes on to the next temperature; true when a cycle other than the first begins with it.</summary>
    public bool Next()
    {
        if (_done < _steps)
        {
            _done++;
            Temperature *= _factor;
            return false;
        }

        var again = _begun;
        _begun = true;
        _steps = again ? (long)(_steps * Growth) : _steps;
        _done = 1;
        Temperature = _hot;
        _factor = Math.Pow(_cold / _hot, 1.0 / _steps);
        return again;
    }
}
