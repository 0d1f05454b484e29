using System.Buffers;
using System.Text;
using BerthOpt.Cli.Output;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cli.Cranes;

/// <summary>Explanations of crane plans, for programs and for people.</summary>
internal sealed class CraneExplained(CraneProblem problem)
{
    private readonly UnitWords _words = new(problem.Grid.SecondsPerSlot, problem.Grid.MetresPerSection, problem.Grid.Origin);

    /// <summary>Explains a plan, or one task of it with prices.</summary>
    public (string Document, IEnumerable<string> Lines) Of(CranePlan plan, string? id, CancellationToken cancellation)
    {
        var explanation = id is null ? CraneExplainer.Explain(problem, plan, cancellation) : CraneWhatIf.Explain(problem, plan, IndexOf(id), null, cancellation);
        var document = new ArrayBufferWriter<byte>();
        CraneExplanationDocument.Write(problem, plan, explanation, document);
        return (Encoding.UTF8.GetString(document.WrittenSpan), id is null ? Whole(plan, explanation) : explanation.Tasks.SelectMany(Lines));
    }

    private int IndexOf(string id) => problem.Tasks.Index().FirstOrDefault(task => task.Item.Id == id, (Index: -1, null!)).Index is >= 0 and var index
        ? index
        : throw new UsageException($"Option --task is \"{id}\"; expected the id of a task. Maybe its case is wrong.");

    private IEnumerable<string> Whole(CranePlan plan, CraneExplanation explanation)
    {
        foreach (var chain in explanation.Chains)
        {
            yield return $"The end of vessel {problem.Vessels[chain.Vessel].Id} at {_words.Time(chain.End)} hangs on";
            foreach (var link in chain.Links)
            {
                yield return $"  {Where(link.Task, plan.Assignments[link.Task])}: {(link.Reason is { } reason ? Reason(reason) : "nothing keeps it from an earlier start")}";
            }
        }

        foreach (var wait in explanation.Waiting)
        {
            yield return $"Crane {problem.Cranes[wait.Crane].Id} waits {_words.Duration(wait.Slots)} for crane {problem.Cranes[wait.Other].Id}";
        }

        foreach (var task in explanation.Tasks.Where(task => task.WaitsFor >= 0))
        {
            yield return $"  {problem.Tasks[task.Task].Id} waits {_words.Duration(task.Waiting)} for {problem.Tasks[task.WaitsFor].Id}";
        }
    }

    private IEnumerable<string> Lines(TaskExplanation task)
    {
        yield return Where(task.Task, task.Assignment);
        foreach (var reason in task.Reasons)
        {
            yield return $"  from {_words.Time(reason.From)}: {Reason(reason)}";
        }

        foreach (var wish in task.Counterfactuals)
        {
            var by = wish.Pin.Crane is { } crane ? $" crane {problem.Cranes[crane].Id}" : "";
            var from = wish.Pin.Start is { } start ? $" from {_words.Time(start)}" : "";
            yield return $"  {wish.Code}{by}{from}: {Price(wish)}";
        }
    }

    private string Where(int task, TaskAssignment at) => $"{problem.Tasks[task].Id} (crane {problem.Cranes[at.Crane].Id}, {_words.Times(at.Start, at.End)})";

    private string Reason(StartReason reason) => $"{reason.Code}{(reason.Task >= 0 ? $" ({problem.Tasks[reason.Task].Id}, crane {problem.Cranes[reason.Crane].Id})" : reason.Crane >= 0 ? $" (crane {problem.Cranes[reason.Crane].Id})" : "")}";

    private static string Price(CraneCounterfactual wish) => wish.Status switch
    {
        CounterfactualStatus.Impossible => "impossible",
        CounterfactualStatus.Unknown => "no such plan found",
        var status => $"{(status == CounterfactualStatus.Exact ? "" : "at most ")}{(wish.CostChange >= 0 ? "+" : "")}{CostText.Show(wish.CostChange, 1)}; {wish.Moves.Length} tasks change",
    };
}
