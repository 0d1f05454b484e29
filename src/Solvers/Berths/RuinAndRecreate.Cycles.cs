namespace BerthOpt.Berths;

/// <content>
/// Where a lane goes on from when a cycle is over. Before it starts anew, it puts the beginning of one good plan and the end of another together, cut at some time, and
/// goes on from there. Lanes end in plans that are good at different days of the week; walks from one to the other are long.
/// </content>
internal sealed partial class RuinAndRecreate
{
    private const int MixturesOfAWalk = 8;

    private Placement[] _offered = [];
    private long _offeredCost = long.MaxValue;
    private Placement[] _walked = [];
    private int _mixtures;

    /// <summary>Goes on from where the last cycle ended, from the best plan or from a mixture; or takes everything out, since some plans cannot be walked to from others.</summary>
    /// <returns>Whether there is a plan to go on from.</returns>
    private bool TryNextCycle()
    {
        if (_cycles.IsStuck(BestCost))
        {
            if (TryMix())
            {
                return true;
            }

            TakeAllOut();
            return false;
        }

        if (BestCost != long.MaxValue && _rng.Next(2) > 0)
        {
            LoadBest();
        }

        _cycles.SetHeat(BestCost == long.MaxValue ? _state.Cost : BestCost);
        return true;
    }

    private void LoadBest()
    {
        _state.Load(_best);
        _bestIsOther = false;
        _stale.Clear();
    }

    /// <summary>From here it makes a plan anew.</summary>
    private void TakeAllOut()
    {
        Array.Fill(_before, Placement.None);
        _state.Load(_before);
        (_built, _bestIsOther) = (0, true);
    }

    /// <summary>A lane that walks alone takes no plan over, but keeps the best one of all lanes for its mixtures.</summary>
    private void Offer(BerthPlan plan, long cost)
    {
        if (_cycles.StartsAnew && BerthPlanReader.TryRead(_model, plan, _before))
        {
            CraneSides.Arrange(_model, _before);
            (_offered, _offeredCost) = ([.. _before], cost);
        }
    }

    /// <summary>Mixes the plan that the walk has ended in with the best plan of all lanes, several times with other cuts.</summary>
    /// <returns>False when it is time to start anew.</returns>
    private bool TryMix()
    {
        // Calls of two plans may enter or leave the port together more often than caps allow.
        var best = BestCost < _offeredCost ? _best : _offered;
        if (best.Length == 0 || _mixtures == MixturesOfAWalk || _model.Caps.Length > 0)
        {
            _mixtures = 0;
            return false;
        }

        if (_mixtures++ == 0)
        {
            _walked = [.. _state.At];
        }

        var (first, second) = _rng.Next(2) == 0 ? (best, _walked) : (_walked, best);
        Mix(first, second);
        _bestIsOther = true;
        _cycles.BeginMixture(BestCost == long.MaxValue ? _state.Cost : BestCost);
        return true;
    }

    /// <summary>Loads what ends in the first plan before some time and what starts in the second after it; the rest is inserted by arrival.</summary>
    private void Mix(ReadOnlySpan<Placement> first, ReadOnlySpan<Placement> second)
    {
        var calls = _model.Calls;
        var pivot = _rng.Next(calls.Length);
        var cut = first[pivot].Zone >= 0 ? first[pivot].Start : calls[pivot].Earliest;
        for (var call = 0; call < calls.Length; call++)
        {
            _before[call] = first[call].Zone >= 0 && first[call].End <= cut ? first[call]
                : second[call].Zone >= 0 && second[call].Start >= cut + _model.Reach ? second[call]
                : Placement.None;
        }

        _state.Load(_before);
        (_insertion.Blink, _insertion.Stray, _insertion.Wander) = (0, 0, false);
        foreach (var call in Enumerable.Range(0, calls.Length).OrderBy(call => calls[call].Earliest))
        {
            if (!_state.IsPlaced(call))
            {
                TryInsert(call);
            }
        }
    }
}
