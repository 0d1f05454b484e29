using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Joins trials at neighbouring values to stretches.</summary>
/// <param name="trials">Prices what is free.</param>
/// <param name="most">Greatest number of stretches.</param>
internal sealed class Stretches(Trials trials, int most)
{
    private readonly List<Stretch> _found = [];

    /// <summary>Whether there is no room for one more.</summary>
    public bool IsFull { get; private set; }

    public ImmutableArray<Stretch> Found => [.. _found];

    /// <summary>Adds the trial at a value, which is a stretch of its own unless it touches the last one and says the same.</summary>
    public void Add(int quay, int value, Trial trial)
    {
        long? change = trial.Obstacles.IsEmpty ? trials.CostChange(trial.Assignment) : null;
        if (_found.Count > 0 && _found[^1] is var last && last.Quay == quay && (last.From == value + 1 || last.To == value) && AreLike(last.Obstacles, trial.Obstacles))
        {
            _found[^1] = last with { From = Math.Min(last.From, value), To = Math.Max(last.To, value + 1), CostChange = change < last.CostChange ? change : last.CostChange };
            return;
        }

        IsFull = _found.Count == most;
        if (!IsFull)
        {
            _found.Add(new Stretch(quay, value, value + 1, trial.Obstacles, change));
        }
    }

    private static bool AreLike(ImmutableArray<Obstacle> one, ImmutableArray<Obstacle> other) =>
        one.Length == other.Length && one.Zip(other).All(pair => pair.First.IsLike(pair.Second));
}
