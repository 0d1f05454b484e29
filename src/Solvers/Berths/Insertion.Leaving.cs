namespace BerthOpt.Berths;

/// <content>When a call may leave: departure windows, and caps on movements.</content>
internal sealed partial class Insertion
{
    /// <summary>The first slot at which the call may leave; false when it may not berth at the start, or not leave in time.</summary>
    private bool TryLeave(CallModel model, Zone zone, int start, int handlingEnd, out int end)
    {
        end = model.NextDeparture is { } next && handlingEnd < next.Length ? next[handlingEnd] : handlingEnd;
        if (end > _endLimit)
        {
            return false;
        }

        foreach (var cap in model.Caps)
        {
            if (Counts(cap, zone) && _state.Movements(cap, start) >= _model.Caps[cap].Max)
            {
                return false;
            }
        }

        // A cap of another quay keeps nobody here.
        var first = -1;
        for (var index = model.Caps.Length - 1; index >= 0; index--)
        {
            first = Counts(model.Caps[index], zone) ? model.Caps[index] : first;
        }

        var settled = first < 0;
        for (var late = 0; late < _latePeriods && !settled; late++)
        {
            var period = _model.Caps[first].PeriodSlots;
            var following = ((end / period) + 1) * (long)period;
            var later = following > _endLimit ? int.MaxValue : model.NextDeparture is { } table ? table[following] : (int)following;
            end = later > _endLimit ? end : later;
        }

        while (!settled)
        {
            settled = true;
            foreach (var cap in model.Caps)
            {
                var period = _model.Caps[cap].PeriodSlots;
                var own = end / period == start / period ? 1 : 0;
                if (Counts(cap, zone) && _state.Movements(cap, end) + own >= _model.Caps[cap].Max)
                {
                    var following = ((end / period) + 1) * (long)period;
                    end = following > _endLimit ? int.MaxValue : model.NextDeparture is { } table ? table[following] : (int)following;
                    if (end > _endLimit)
                    {
                        end = -1; // another start may leave in time
                        return false;
                    }

                    settled = false;
                    break;
                }
            }
        }

        return true;
    }

    private bool Counts(int cap, Zone zone) => _model.Caps[cap].Quay is not { } quay || quay == zone.Quay;
}
