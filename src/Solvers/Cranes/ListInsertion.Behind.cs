namespace BerthOpt.Cranes;

/// <content>What follows on a task at each place of the list.</content>
internal sealed partial class ListInsertion
{
    private int Raise(Span<int> tail, int other, int travel)
    {
        var tracks = tail.Length;
        var tails = _state.Tails.Slice(other * tracks, tracks);
        for (var track = 0; track < tracks; track++)
        {
            tail[track] = Math.Max(tail[track], tails[track] < 0 ? CraneState.NoWay : tails[track] + travel);
        }

        return _state.LateAt[other] - travel;
    }

    /// <summary>For each place of the list what follows on the task there.</summary>
    private void LookBehind(int place, int crane, int from, int to, int late)
    {
        if (_model.Tracks == 1)
        {
            LookBehindOne(place, crane, from, to, late);
            return;
        }

        var tracks = _model.Tracks;
        var places = _state.PlaceAt;
        var cranes = _state.CraneAt;
        var order = _state.Order;
        var tail = _behind.AsSpan(_state.Count * tracks, tracks);
        _tail.CopyTo(tail);
        for (var index = _state.Count; ; index--)
        {
            if (index <= to)
            {
                _late[index] = late;
            }

            if (index == from)
            {
                return;
            }

            var next = _behind.AsSpan((index - 1) * tracks, tracks);
            tail.CopyTo(next);
            tail = next;
            var way = CraneState.Way(place, crane, places[index - 1], cranes[index - 1]);
            if (way >= 0)
            {
                late = Math.Min(late, Raise(tail, index - 1, _model.Travel(way)));
            }
            else if (_apartMark > 0 && _isPartner[order[index - 1]])
            {
                late = Math.Min(late, Raise(tail, index - 1, 0));
            }
        }
    }

    /// <summary>The same where all ends are one.</summary>
    private void LookBehindOne(int place, int crane, int from, int to, int late)
    {
        var places = _state.PlaceAt;
        var cranes = _state.CraneAt;
        var order = _state.Order;
        var tails = _state.Tails;
        var lates = _state.LateAt;
        var tail = _tail[0];
        _behind[places.Length] = tail;
        for (var index = places.Length; ; index--)
        {
            if (index <= to)
            {
                (_late[index], _behind[index]) = (late, tail);
            }

            if (index == from)
            {
                return;
            }

            var next = index - 1;
            var way = CraneState.Way(place, crane, places[next], cranes[next]);
            if (way >= 0 || (_apartMark > 0 && _isPartner[order[next]]))
            {
                var travel = way > 0 ? _model.Travel(way) : 0;
                tail = Math.Max(tail, tails[next] + travel);
                late = Math.Min(late, lates[next] - travel);
            }
        }
    }
}
