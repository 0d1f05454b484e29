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

        end = _latePeriods > 0 ? LeaveLater(model, zone, end) : end;
        var settled = model.Caps.Length == 0;
        while (!settled)
        {
            settled = true;
            foreach (var cap in model.Caps)
            {
                var period = _model.Caps[cap].PeriodSlots;
                var own = end / period == start / period ? 1 : 0;
                if (Counts(cap, zone) && _state.Movements(cap, end) + own >= _model.Caps[cap].Max)
                {
                    end = AfterPeriod(model, end, period);
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

    /// <summary>The end after some periods of waiting for the first cap that counts here; a cap of another quay keeps nobody.</summary>
    private int LeaveLater(CallModel model, Zone zone, int end)
    {
        foreach (var cap in model.Caps)
        {
            if (!Counts(cap, zone))
            {
                continue;
            }

            for (var late = 0; late < _latePeriods; late++)
            {
                var later = AfterPeriod(model, end, _model.Caps[cap].PeriodSlots);
                end = later > _endLimit ? end : later;
            }

            break;
        }

        return end;
    }

    /// <summary>The first slot after the end's period at which the call may leave; <see cref="int.MaxValue"/> when that is past the end of all.</summary>
    private int AfterPeriod(CallModel model, int end, int period)
    {
        var following = ((end / period) + 1) * (long)period;
        return following > _endLimit ? int.MaxValue : model.NextDeparture is { } table ? table[following] : (int)following;
    }

    private bool Counts(int cap, Zone zone) => _model.Caps[cap].Quay is not { } quay || quay == zone.Quay;
}
