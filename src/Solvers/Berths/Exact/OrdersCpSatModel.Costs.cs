using Google.OrTools.Sat;

namespace BerthOpt.Berths;

/// <content>What a call's place, time and cranes cost above its ideal.</content>
internal sealed partial class OrdersCpSatModel
{
    private void AddPlaceCost(Zone zone, IntVar cell, List<long> cells)
    {
        if (zone.PlaceCost is not { } price || cells.Count < 2)
        {
            return;
        }

        // Most prices are a rate times the distance from the wish.
        var rate = cells.Select(at => Math.Abs(at - zone.Aim)).Zip(cells.Select(at => price[at] - zone.MinPlaceCost), (distance, cost) => distance == 0 ? -1 : cost / distance).FirstOrDefault(each => each >= 0, 0);
        if (rate % _step == 0 && cells.TrueForAll(at => price[at] - zone.MinPlaceCost == rate * Math.Abs(at - zone.Aim)))
        {
            ChargeDistance(rate, cell, zone.Aim);
            return;
        }

        var first = cells[0];
        var above = Enumerable.Range((int)first, (int)(cells[^1] - first) + 1).Select(at => (price[at] - zone.MinPlaceCost) / _step).ToArray();
        var cost = Model.NewIntVar(Math.Min(0, above.Min()), above.Max(), string.Empty);
        Model.AddElement(LinearExpr.Affine(cell, 1, -first), above, cost);
        _cost.Add(cost);
    }

    /// <summary>Everything that start, end and number of cranes cost, less what it costs at the ideal.</summary>
    private void AddTimeCost(int index, CallModel call, Zone zone)
    {
        var (start, end) = (_start[index], _end[index]);
        _cost.Add(LinearExpr.Term(_stay[index], call.StayRate / _step));
        ChargeAbove(call.WaitingRate, LinearExpr.Affine(start, 1, -call.Arrival), start.Domain.Max() - call.Arrival);
        ChargeAbove(call.SpeedUpRate, LinearExpr.Affine(start, -1, call.Arrival), call.Arrival - start.Domain.Min());
        ChargeAbove(call.LatenessRate, LinearExpr.Affine(end, 1, -call.Due), end.Domain.Max() - call.Due);
        ChargeDistance(call.BaseStartRate, start, call.BaseStart);
        var extra = zone.Options.Select(option => ((call.CraneRate * option.Cranes * option.MinSlots) + (call.BaseCranes > 0 ? call.BaseCraneRate * Math.Abs(option.Cranes - call.BaseCranes) : 0)) / _step).ToArray();
        if (_cranes[index] is { } cranes && extra.Any(each => each != extra[0]))
        {
            var cost = Variable(extra);
            var table = Model.AddAllowedAssignments([cranes, cost]);
            for (var option = 0; option < extra.Length; option++)
            {
                table.AddTuple([zone.Options[option].Cranes, extra[option]]);
            }

            _cost.Add(cost);
        }
        else
        {
            _cost.Add(LinearExpr.Constant(extra[0]));
        }

        _cost.Add(LinearExpr.Constant((zone.MinPlaceCost - call.IdealCost) / _step));
    }

    /// <summary>Charges what of a quantity is above 0.</summary>
    private void ChargeAbove(long rate, LinearExpr quantity, long most)
    {
        if (rate > 0 && most > 0)
        {
            var above = Model.NewIntVar(0, most, string.Empty);
            Model.Add(above >= quantity);
            _cost.Add(LinearExpr.Term(above, rate / _step));
        }
    }

    private void ChargeDistance(long rate, IntVar variable, long wish)
    {
        if (rate > 0)
        {
            var distance = Model.NewIntVar(0, Math.Max(Math.Abs(variable.Domain.Min() - wish), Math.Abs(variable.Domain.Max() - wish)), string.Empty);
            Model.Add(distance >= variable - wish);
            Model.Add(distance >= wish - variable);
            _cost.Add(LinearExpr.Term(distance, rate / _step));
        }
    }
}
