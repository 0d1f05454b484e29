namespace BerthOpt.Cranes;

/// <content>What follows on each task: how long it takes from its start to the ends of vessels, and how late it could start.</content>
internal sealed partial class CraneState
{
    /// <summary>No way leads from a task to that end.</summary>
    public const int NoWay = int.MinValue;

    // All of these end where the arrays end, so that the tail of the list keeps its place when the list grows before it.
    private readonly int[] _tails;
    private readonly int[] _late;
    private readonly int[] _lowerBehind;
    private readonly int[] _higherBehind;

    /// <summary>Slots from each task's start to the end of each track at the least; <c>index * Tracks + track</c>.</summary>
    public ReadOnlySpan<int> Tails => _tails.AsSpan((_model.Tasks - Count) * _model.Tracks);

    /// <summary>Latest start of each task in the list without a missed limit behind it.</summary>
    public ReadOnlySpan<int> LateAt => _late.AsSpan(_model.Tasks - Count);

    /// <summary>Finds the tails, but for those behind the last change; outages are left out of them, but not out of the latest starts.</summary>
    public void Weigh()
    {
        var shift = _model.Tasks - Count;
        var tracks = _model.Tracks;
        Array.Fill(_last, -1);
        Array.Fill(_least, int.MaxValue);
        Array.Fill(_most, int.MinValue);
        var known = Count - _weighed;
        for (var index = Count - 1; index >= 0; index--)
        {
            var (task, crane, place) = (_order[index], _crane[index], _place[index]);
            if (index < known)
            {
                var handling = Handling(index);
                var tail = _tails.AsSpan((index + shift) * tracks, tracks);
                tail.Fill(NoWay);
                tail[_model.IsByVessel ? _model.Vessel[task] : 0] = 0;
                var late = AfterOthers(crane, place, shift, tail, _model.Model.LatestEnd[(task * _model.Cranes) + crane]);
                late = BeforeOwn(index + shift, crane, place, shift, tail, late);
                late = BeforePartners(task, index, shift, tail, late) - handling;
                for (var track = 0; track < tracks; track++)
                {
                    tail[track] = tail[track] < 0 ? NoWay : (int)Math.Min((long)tail[track] + handling, Beyond);
                }

                _late[index + shift] = Math.Max(-Beyond, _model.HasOutages ? _model.FitBack(crane, late, handling) : late);
            }

            _last[crane] = index + shift;
            _least[crane] = Math.Min(_least[crane], place);
            _most[crane] = Math.Max(_most[crane], place);
        }

        Work += (Count >> 3) + (((long)known * (_model.Cranes + 8 + tracks)) >> 4);
        _weighed = Count;
    }

    /// <summary>Other cranes' first tasks behind that this one is in the way of.</summary>
    private int AfterOthers(int crane, int place, int shift, Span<int> tail, int late)
    {
        for (var left = 0; left < crane; left++)
        {
            if (_most[left] > place)
            {
                var other = _last[left];
                while (_place[other - shift] <= place)
                {
                    other = _higherBehind[other];
                }

                late = Raise(tail, other, _model.Travel(_place[other - shift] - place), late);
            }
        }

        for (var right = crane + 1; right < _model.Cranes; right++)
        {
            if (_least[right] < place)
            {
                var other = _last[right];
                while (_place[other - shift] >= place)
                {
                    other = _lowerBehind[other];
                }

                late = Raise(tail, other, _model.Travel(place - _place[other - shift]), late);
            }
        }

        return late;
    }

    private int BeforePartners(int task, int index, int shift, Span<int> tail, int late)
    {
        foreach (var after in _model.Model.Successors[task])
        {
            late = _rank[after] >= 0 ? Raise(tail, _rank[after] + shift, 0, late) : late;
        }

        foreach (var partner in _model.Apart[task])
        {
            late = _rank[partner] > index ? Raise(tail, _rank[partner] + shift, 0, late) : late;
        }

        return late;
    }

    private int Raise(Span<int> tail, int other, int travel, int late)
    {
        var tracks = tail.Length;
        for (var track = 0; track < tracks; track++)
        {
            tail[track] = Math.Max(tail[track], _tails[(other * tracks) + track] + travel);
        }

        return Math.Min(late, _late[other] - travel);
    }

    /// <summary>As <see cref="AfterOwn"/>, from the other end of the list.</summary>
    private int BeforeOwn(int at, int crane, int place, int shift, Span<int> tail, int late)
    {
        var own = _last[crane];
        var (lower, higher) = (own, own);
        while (higher >= 0 && _place[higher - shift] <= place)
        {
            higher = _higherBehind[higher];
        }

        while (lower >= 0 && _place[lower - shift] >= place)
        {
            lower = _lowerBehind[lower];
        }

        (_lowerBehind[at], _higherBehind[at]) = (lower, higher);
        return own < 0 ? late : Raise(tail, own, _model.Travel(Math.Abs(place - _place[own - shift])), late);
    }
}
