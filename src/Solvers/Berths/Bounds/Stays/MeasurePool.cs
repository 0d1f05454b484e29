using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>The measures of all rooms that have prices: a few to begin with, and those that <see cref="MeasureSearch"/> finds broken.</summary>
internal sealed class MeasurePool
{
    private const int MostOfRoom = 40;

    private readonly StayModel _model;
    private readonly List<Measure> _all = [];
    private long _work;

    /// <summary>The first measures of each room.</summary>
    /// <exception cref="OperationCanceledException">The run ended before that was done.</exception>
    public MeasurePool(StayModel model, StopMonitor? stop)
    {
        _model = model;
        Widths = [.. model.Rooms.Select((_, room) => model.Choices.Select(places => places.Where(place => place.Room == room).Select(place => place.Width).FirstOrDefault()).ToArray())];
        for (var room = 0; room < model.Rooms.Length; room++)
        {
            stop?.ThrowIfStopped();
            AddFirst(room, model.Rooms[room].Length);
        }
    }

    public IReadOnlyList<Measure> All => _all;

    /// <summary>Widths by room and call; 0 where a call cannot lie.</summary>
    public int[][] Widths { get; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work => _work;

    /// <summary>Adds a measure with given weights, raised as far as they go.</summary>
    /// <param name="room">The room.</param>
    /// <param name="weights">Weights by call.</param>
    /// <param name="activity">What of each call is there at some slot in the relaxation; null to add in any case.</param>
    /// <returns>Whether it is new, and is broken by the activity.</returns>
    public bool TryAdd(int room, int[] weights, float[]? activity)
    {
        var measure = Measure.Lifted(room, weights, Widths[room], _model.Rooms[room].Length, ref _work);
        if (measure.Capacity <= 0 || _all.Count(other => other.Room == room) >= MostOfRoom
            || _all.Any(other => other.Room == room && other.Capacity == measure.Capacity && other.Weight.AsSpan().SequenceEqual(measure.Weight)))
        {
            return false;
        }

        if (activity is not null)
        {
            var taken = 0f;
            for (var call = 0; call < activity.Length; call++)
            {
                taken += activity[call] * measure.Weight[call];
            }

            if (taken < 1.02f * measure.Capacity)
            {
                return false;
            }
        }

        _all.Add(measure);
        return true;
    }

    /// <summary>Forgets measures.</summary>
    public void Remove(Predicate<Measure> isNeedless) => _all.RemoveAll(isNeedless);

    /// <summary>How many of each size lie side by side, and the length itself, in twelfths.</summary>
    private void AddFirst(int room, int length)
    {
        for (var parts = 1; parts <= 3; parts++)
        {
            var number = parts + 1;
            TryAdd(room, [.. Widths[room].Select(width => (long)width * number > length ? 1 : 0)], null);
        }

        TryAdd(room, [.. Widths[room].Select(width => (int)(12L * width / length))], null);
    }
}
