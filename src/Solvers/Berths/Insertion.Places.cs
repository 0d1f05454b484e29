using System.Numerics.Tensors;
using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <content>The place of a call whose start, end and number of cranes are chosen.</content>
internal sealed partial class Insertion
{
    /// <summary>Whether no free cell can beat the best place so far: there is none, or already the nearest to the wish is too dear.</summary>
    private bool IsTooDear(Zone zone, int aim, bool exhaustive, long cost)
    {
        Work++;
        var nearest = BitRows.Nearest(_free, zone.From, zone.To, aim);
        return nearest < 0
            || (exhaustive && zone.IsRanked && zone.PlaceCost is { } price && zone.SpecialCell < 0
                && aim == zone.Aim && cost - zone.MinPlaceCost + price[nearest] >= _bestCost);
    }

    private readonly record struct Choice(int Call, int Zone, int Option, int Start, int HandlingEnd, int End, int Aim, bool Exhaustive);

    /// <summary>Leaves in <see cref="_free"/> the cells at which the hull is free from start to end.</summary>
    /// <returns>Whether one of them may be better than the best place so far, and else the first slot at which a later start may find more.</returns>
    private bool TryFree(QuayModel quay, Zone zone, in Choice choice, long cost, out int more)
    {
        var stays = _state.Stays(zone.Quay);
        var (start, until) = (choice.Start, choice.End + _model.TimeGap);
        var rows = (until - start) * quay.Words;
        if (_byCost ? stays.Near(start, until) >= rows : quay.Closed is not null || stays.Count >= rows)
        {
            more = start + 1;
            ReadRows(quay, zone, start, choice.End);
            return !IsTooDear(zone, choice.Aim, choice.Exhaustive, cost);
        }

        // What ends last is also in the way of all starts before that end. Once no cell is left, no earlier start has one.
        var free = _free.AsSpan(0, quay.Words);
        zone.Allowed.AsSpan(0, free.Length).CopyTo(free);
        var met = stays.Meet(start, until);
        Work += 8 + (quay.Words << 1) + (met << 1);
        for (var index = 0; index < met; index++)
        {
            Work += 4;
            more = stays.Exclude(index, free, zone.Width);
            if (IsTooDear(zone, choice.Aim, choice.Exhaustive, cost))
            {
                return false;
            }
        }

        more = start + 1;
        return true;
    }

    /// <summary>The same from the rows of bits.</summary>
    private void ReadRows(QuayModel quay, Zone zone, int start, int end)
    {
        var free = _free.AsSpan(0, quay.Words);
        var until = end + _model.TimeGap;
        Work += ((until - start) * quay.Words >> 2) + (quay.Words << 1);
        BitRows.Or<Simd>(_state.Taken(zone.Quay), quay.Words, start, until, free);
        if (quay.Closed is { } closed)
        {
            var open = _open.AsSpan(0, quay.Words);
            BitRows.Or<Simd>(closed, quay.Words, start, end, open);
            if (quay.HullGap == 0)
            {
                TensorPrimitives.BitwiseOr<ulong>(free, open, free);
                BitRows.FreeRuns<Simd>(free, zone.Width);
            }
            else
            {
                BitRows.FreeRuns<Simd>(open, zone.Width);
                BitRows.FreeRuns<Simd>(free, zone.Width + quay.HullGap);
                TensorPrimitives.BitwiseAnd<ulong>(free, open, free);
            }
        }
        else
        {
            BitRows.FreeRuns<Simd>(free, zone.Width + quay.HullGap);
        }

        TensorPrimitives.BitwiseAnd<ulong>(free, zone.Allowed, free);
    }

    /// <summary>Takes the best free cell of <c>[from, to)</c>.</summary>
    private void Choose(in Choice choice, CallModel model, Zone zone, CraneOption option, CraneRail? rail, bool each, int from, int to)
    {
        var free = _free.AsSpan();
        var plain = !each && option.SlotsByCell is null;
        // Not when it strays, nor when all cells cost the same: considered first, it would win every draw.
        if (choice.Exhaustive && zone.PlaceCost is not null && zone.SpecialCell >= from && zone.SpecialCell < to && (free[zone.SpecialCell >> 6] >> (zone.SpecialCell & 63) & 1) == 1)
        {
            Consider(choice, model, zone, option, rail, zone.SpecialCell);
        }

        if (plain && (zone.IsRanked || !choice.Exhaustive || zone.PlaceCost is null))
        {
            Work++;
            var cell = BitRows.Nearest(free, from, to, choice.Aim);
            if (cell >= 0)
            {
                Consider(choice, model, zone, option, rail, cell);
            }

            return;
        }

        // Each cell in order of distance: cells are taken out of the set as they are tried, so work on a copy.
        var rest = _open.AsSpan(0, free.Length);
        free.CopyTo(rest);
        var floor = Price(model, choice.Start, choice.End, option.MinSlots, option.Cranes);
        for (var cell = BitRows.Nearest(rest, from, to, choice.Aim); cell >= 0; cell = BitRows.Nearest(rest, from, to, choice.Aim))
        {
            rest[cell >> 6] &= ~(1UL << (cell & 63));
            Work++;
            if (floor + zone.Price(cell) < _bestCost)
            {
                var found = Consider(choice, model, zone, option, rail, cell);
                if (found && !choice.Exhaustive)
                {
                    return;
                }
            }
            else if (zone.IsRanked && choice.Aim == zone.Aim && cell != zone.SpecialCell)
            {
                return;
            }
        }
    }

    /// <summary>Prices one cell and keeps it when it is the best so far.</summary>
    private bool Consider(in Choice choice, CallModel model, Zone zone, CraneOption option, CraneRail? rail, int cell)
    {
        var (handlingEnd, end) = (choice.HandlingEnd, choice.End);
        var slots = option.MinSlots;
        if (option.SlotsByCell is { } byCell && byCell[cell] != slots)
        {
            slots = byCell[cell];
            if (slots == int.MaxValue || choice.Start > _endLimit - slots)
            {
                return false;
            }

            handlingEnd = choice.Start + slots;
            if (!TryLeave(model, zone, choice.Start, handlingEnd, out end) || !IsFree(zone, cell, choice, handlingEnd, end, option))
            {
                return false;
            }
        }

        var placeCost = zone.Price(cell);
        var cost = placeCost + Price(model, choice.Start, end, slots, option.Cranes);
        var (first, shift) = (-1, 0L);
        if (cost >= _bestCost || (rail is not null && (first = FindCranes(rail, zone, cell, choice.Start, handlingEnd, option, model, out shift)) < 0))
        {
            return false;
        }

        _bestCost = cost;
        _best = new Placement
        {
            Zone = choice.Zone,
            Option = choice.Option,
            Cell = cell,
            Start = choice.Start,
            HandlingEnd = handlingEnd,
            End = end,
            FirstCrane = first,
            Shift = shift,
            Cost = placeCost + model.TimeCost(choice.Start, end, slots, option.Cranes),
        };
        return true;
    }

    private int FindCranes(CraneRail rail, Zone zone, int cell, int start, int handlingEnd, CraneOption option, CallModel model, out long shift)
    {
        Work += 16;
        var quay = _model.Quays[zone.Quay];
        var section = quay.Section(cell);
        var railStart = _model.Pools[_model.PoolOfQuay[zone.Quay]].RailStart[zone.Quay];
        return rail.Find(railStart + section, new CraneHull(zone.Quay, section, quay.EndSection(cell, zone.Width)), start, handlingEnd, option.Cranes, model.FirstCrane, out shift);
    }

    /// <summary>Whether the place is also free for a handling that is longer than the shortest.</summary>
    private bool IsFree(Zone zone, int cell, in Choice choice, int handlingEnd, int end, CraneOption option)
    {
        var quay = _model.Quays[zone.Quay];
        Work += (end - choice.Start) >> 2;
        if (BitRows.Any(_state.Taken(zone.Quay), quay.Words, choice.Start, end + _model.TimeGap, cell, zone.Width + quay.HullGap)
            || (quay.Closed is { } closed && BitRows.Any(closed, quay.Words, choice.Start, end, cell, zone.Width)))
        {
            return false;
        }

        var pool = option.Cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        return pool < 0 || _model.Pools[pool].IsSpecific || TensorPrimitives.Min(_state.Slack(pool)[choice.Start..handlingEnd]) >= option.Cranes;
    }

    /// <summary>Cells of a quay strictly between two positions along the rail.</summary>
    private static (int From, int To) CellsBetween(QuayModel quay, int railStart, int left, int right)
    {
        var from = left == int.MinValue ? 0 : Math.Max(0, left - railStart + 1);
        var to = right == int.MaxValue ? quay.Quay.Length : Math.Clamp(right - railStart, 0, quay.Quay.Length);
        if (quay.IsContinuous)
        {
            return (from, to);
        }

        var (first, end) = (0, quay.Cells);
        while (first < end && quay.Section(first) < from)
        {
            first++;
        }

        while (end > first && quay.Section(end - 1) >= to)
        {
            end--;
        }

        return (first, end);
    }
}
