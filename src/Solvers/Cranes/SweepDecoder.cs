namespace BerthOpt.Cranes;

/// <summary>Makes plans of the cranes that a sweep has chosen: tasks in the order of their keys, each as soon as all rules allow.</summary>
internal sealed class SweepDecoder(ListModel lists)
{
    private readonly CraneState _state = new(lists);

    /// <summary>Whether the cranes make a plan that keeps every rule; <see cref="Cost"/>, <see cref="Makespan"/> and <see cref="Plan"/> are then its own.</summary>
    /// <param name="model">The model that was swept, mirrored or not.</param>
    /// <param name="cranes">The crane of each of its tasks.</param>
    public bool Decode(CraneModel model, int[] cranes)
    {
        int[] order = [.. Enumerable.Range(0, model.Tasks)];
        var keys = Array.ConvertAll(order, task => model.Position[task] - ((long)cranes[task] * model.Clearance));
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : cranes[a] != cranes[b] ? cranes[a].CompareTo(cranes[b]) : a.CompareTo(b));
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = lists.Model.IndexOf[model.TaskOf[order[place]]];
        }

        var rank = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            rank[order[place]] = place;
        }

        if (Enumerable.Range(0, order.Length).Any(task => lists.Model.Predecessors[task].Any(before => rank[before] > rank[task])))
        {
            return false;
        }

        _state.Load(order, Array.ConvertAll(order, task => model.CraneOf(cranes[PlaceIn(model, task)])));
        return _state.IsPlan;
    }

    public long Cost => _state.Cost;

    public int Makespan => _state.Makespan;

    public CranePlan Plan() => _state.ToPlan();

    private int PlaceIn(CraneModel model, int task) => model.IndexOf[lists.Model.TaskOf[task]];
}
