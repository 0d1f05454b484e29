using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using BerthOpt.Berths;
using BerthOpt.Cli.Output;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli.Berths;

/// <summary>Explanations of berth plans, for programs and for people.</summary>
internal sealed class BerthExplained(BerthProblem problem)
{
    private readonly BerthWords _words = new(problem);

    /// <summary>Explains a plan, or one call of it with prices.</summary>
    public (string Document, IEnumerable<string> Lines) Of(BerthPlan plan, string? id, CancellationToken cancellation)
    {
        var calls = id is null ? BerthExplainer.Explain(problem, plan, cancellation) : [BerthWhatIf.Explain(problem, plan, IndexOf(id), null, cancellation)];
        var document = new ArrayBufferWriter<byte>();
        BerthExplanationDocument.Write(problem, plan, calls, document);
        return (Encoding.UTF8.GetString(document.WrittenSpan), calls.SelectMany(Lines));
    }

    private int IndexOf(string id) => problem.Calls.Index().FirstOrDefault(call => call.Item.Id == id, (Index: -1, null!)).Index is >= 0 and var index
        ? index
        : throw new UsageException($"Option --call is \"{id}\"; expected the id of a call. Maybe its case is wrong.");

    private IEnumerable<string> Lines(CallExplanation call)
    {
        yield return $"{problem.Calls[call.Call].Id}: {_words.Where(call.Assignment)}, cost {CostText.Show(call.Cost.Total, problem.Grid.CostScale)}";
        if (call.LeftOut is { } left)
        {
            yield return $"  left out: {left.Code}{(left.Cheapest is { } place ? $"; cheapest {_words.Where(place)}, {_words.Change(left.CostChange)}" : "")}";
            foreach (var quay in left.Quays.Where(quay => !quay.IsFree))
            {
                yield return $"    not at quay {problem.Quays[quay.Quay].Id}: {Obstacles(quay)}";
            }
        }

        foreach (var stretch in call.Earlier)
        {
            yield return $"  start {_words.Times(stretch.From, stretch.To)}: {Obstacles(stretch)}";
        }

        foreach (var stretch in call.Nearer)
        {
            yield return $"  quay {problem.Quays[stretch.Quay].Id}, {_words.Metres(stretch.From, stretch.To)}: {Obstacles(stretch)}";
        }

        if (call.MoreCranes is { } more)
        {
            yield return $"  {Tables.Count(more.From, "crane")}: {Obstacles(more)}";
        }

        foreach (var wish in call.Counterfactuals)
        {
            yield return $"  {wish.Code}: {Price(wish)}{Moves(wish.Moves)}";
        }
    }

    private string Obstacles(Stretch stretch) => stretch.IsFree
        ? $"free, {_words.Change(stretch.CostChange)}"
        : string.Join("; ", stretch.Obstacles.Select(obstacle => $"{obstacle.Code}{(obstacle.Restrictions.IsEmpty ? "" : $" ({string.Join(", ", obstacle.Restrictions.Select(restriction => RestrictionText.Of(problem, restriction)))})")}"));

    private string Price(Counterfactual wish) => wish.Status switch
    {
        CounterfactualStatus.Impossible => "impossible",
        CounterfactualStatus.Unknown => "no such plan found",
        CounterfactualStatus.Exact => _words.Change(wish.CostChange),
        _ => $"at most {_words.Change(wish.CostChange)}",
    };

    private string Moves(ImmutableArray<MovedCall> moves) => moves.Length <= 1 ? "" : $"; moves {string.Join(", ", moves.Skip(1).Select(move => $"{problem.Calls[move.Call].Id} ({_words.Change(move.CostChange)})"))}";
}
