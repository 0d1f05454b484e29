using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <content>In which order starts are looked at.</content>
internal sealed partial class Insertion
{
    /// <summary>All starts of one number of cranes at one quay, in ascending order.</summary>
    private void Scan(int call, CallModel model, ref Cursor cursor, bool exhaustive)
    {
        while (TryNext(model, ref cursor))
        {
            Try(call, model, ref cursor, exhaustive);
        }
    }

    /// <summary>Starts of all numbers of cranes at all quays together, the cheapest first: where later starts never cost less, all that are dearer than the first place that is found need no look.</summary>
    private void ScanByCost(int call, CallModel model, Span<Cursor> cursors, bool exhaustive)
    {
        while (cursors.Length > 0)
        {
            var least = 0;
            for (var index = 1; index < cursors.Length; index++)
            {
                least = cursors[index].Cost < cursors[least].Cost ? index : least;
            }

            Work++;
            if (cursors[least].Cost >= _bestCost)
            {
                return;
            }

            Try(call, model, ref cursors[least], exhaustive);
            if (!TryNext(model, ref cursors[least]))
            {
                cursors[least] = cursors[^1];
                cursors = cursors[..^1];
            }
        }
    }

    /// <summary>Moves a cursor on to the next start, itself included, at which the call may berth and would cost less than the best place so far.</summary>
    /// <returns>False when there is none.</returns>
    private bool TryNext(CallModel model, ref Cursor cursor)
    {
        var zone = model.Zones[cursor.Zone];
        var option = zone.Options[cursor.Option];
        var latest = Math.Min(model.Latest, _endLimit - option.MinSlots);
        for (var start = cursor.Start; start <= latest; start = NextStart(model, zone.Quay, start))
        {
            Work++;
            if (!model.MayArrive(start))
            {
                continue;
            }

            var handlingEnd = start + option.MinSlots;
            if (!TryLeave(model, zone, start, handlingEnd, out var end))
            {
                if (end > _endLimit)
                {
                    return false; // no later start leaves earlier
                }

                continue;
            }

            var cost = zone.MinPlaceCost + Price(model, start, end, option.MinSlots, option.Cranes);
            if (cost < _bestCost)
            {
                (cursor.Start, cursor.HandlingEnd, cursor.End, cursor.Cost) = (start, handlingEnd, end, cost);
                return true;
            }

            if (start >= model.Pivot)
            {
                return false;
            }
        }

        return false;
    }

    private int NextStart(CallModel model, int quay, int start)
    {
        if (!_byEvents || start < Math.Min(model.Pivot, model.Latest))
        {
            return start + 1;
        }

        var next = BitRows.NextSet(_state.EndBits(quay), start + 1, model.Latest + 1);
        var fixedNext = BitRows.NextSet(_model.Events, start + 1, model.Latest + 1);
        return next < 0 ? (fixedNext < 0 ? int.MaxValue : fixedNext) : fixedNext < 0 ? next : Math.Min(next, fixedNext);
    }

    /// <summary>How far the starts of one number of cranes at one quay are looked through.</summary>
    private struct Cursor
    {
        public int Zone;
        public int Option;
        public int Aim;
        public int Start;
        public int HandlingEnd;
        public int End;
        public long Cost;
    }
}
