namespace BerthOpt.Berths;

/// <content>What follows the prices: plans side by side, berths filled anew, and branching.</content>
internal sealed partial class DiscreteBound
{
    private void Refill(BerthRefill refill)
    {
        Iterations++;
        refill.Run(FrontierSteps);
        _upper = Math.Min(_upper, refill.BestCost);
        Finished = Bound >= _upper + _model.Constant;
    }

    private void Meet(long cost, (int Group, int Start)[] plan)
    {
        if (cost < _refill!.BestCost)
        {
            _refill.Adopt(plan, cost);
            _upper = Math.Min(_upper, cost);
        }
    }

    private void Advance(FrontierProof frontier)
    {
        Iterations++;
        frontier.Run(FrontierSteps, _upper);
        Meet(frontier.BestCost, frontier.Best);
        Raise(Math.Min(_upper, frontier.Proven), "plans side by side");
        Finished = Bound >= _upper + _model.Constant;
        if (frontier.IsExhausted && !Finished)
        {
            _branching = new PathBranching(_model, _twins!, (PathPricing)_pricing!, _steps.Best(), _value);
        }
    }

    private void Branch(PathBranching branching)
    {
        Iterations++;
        branching.Step(_upper);
        var bound = branching.Value == long.MaxValue ? _upper : new CostScale(_pricing!.Bits).Ceiling(branching.Value, _upper);
        Raise(bound, "branching over paths");
        Finished = Bound >= _upper + _model.Constant;
        _isExhausted = branching.IsExhausted;
    }
}
