using System.Buffers;
using System.Text;
using BerthOpt.Cli.Output;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary>Explanations of plans for empties, for programs and for people.</summary>
internal sealed class EmptiesExplained(EmptiesProblem problem)
{
    private const int MostMoves = 20;

    /// <summary>Explains a plan with its prices, or what has to do with one location, voyage, link or contract.</summary>
    public (string Document, IEnumerable<string> Lines) Of(EmptiesPlan plan, string? id, CancellationToken cancellation)
    {
        if (id is not null && !EmptiesExplainer.Has(problem, id))
        {
            throw new UsageException($"Option --item is \"{id}\"; expected the id of a location, voyage, link or contract. Maybe its case is wrong.");
        }

        var explanation = EmptiesWhatIf.Explain(problem, plan, id, null, cancellation);
        var document = new ArrayBufferWriter<byte>();
        EmptiesExplanationDocument.Write(problem, plan, explanation, document);
        return (Encoding.UTF8.GetString(document.WrittenSpan), Lines(explanation));
    }

    private IEnumerable<string> Lines(EmptiesExplanation explanation)
    {
        yield return $"cost {Show(explanation.Cost.Total)}; {(explanation.LowerBound is { } bound ? $"the prices prove that none costs less than {Show(bound)}" : "no prices were found in time")}";
        foreach (var shortage in explanation.Shortages)
        {
            yield return $"short of {shortage.Missing} of {shortage.Asked} {problem.Types[shortage.Type].Id} at {problem.Locations[shortage.Location].Id} in period {shortage.Period}: cost {Show(shortage.Cost)}{(shortage.Price is { } price ? $"; one there would save {Show(price)}" : "")}{OneMore(shortage.OneMore)}";
        }

        foreach (var move in explanation.Moves.Take(MostMoves))
        {
            var way = move.Voyage is { } voyage ? $"voyage {problem.Voyages[voyage].Id}" : move.Link is { } link ? $"link {problem.Links[link].Id}" : $"contract {problem.Leases[move.Lease!.Value].Id}";
            var from = move.From is { } left ? $"{problem.Locations[left].Id} to " : "to ";
            var gain = move.Gain is > 0 ? $"; one more would save {Show(move.Gain)}" : "";
            yield return $"{move.Count} {problem.Types[move.Type].Id} by {way}, {from}{problem.Locations[move.To].Id}, periods {move.Departure} to {move.Arrival}: cost {Show(move.Cost.Total)}{gain}";
        }

        foreach (var room in explanation.Rooms.Take(MostMoves))
        {
            var where = room.Code switch
            {
                ScarceRoomCodes.Leg => $"voyage {problem.Voyages[room.Item].Id}, leg {room.Number}",
                ScarceRoomCodes.Link => $"link {problem.Links[room.Item].Id}, period {room.Number}",
                ScarceRoomCodes.Conversion => $"conversion {problem.Conversions[room.Item].Id}, period {room.Number}",
                _ => $"location {problem.Locations[room.Item].Id}, period {room.Number}",
            };
            yield return $"{room.Code}: {where}: room for one {problem.Types[room.Type].Id} more would save {Show(room.Price)}";
        }
    }

    private static string OneMore(OneMoreServed? more) => more switch
    {
        null => "",
        { Status: CounterfactualStatus.Impossible } => "; there is no way to serve one more",
        { CostChange: { } change } => $"; one more served costs {(more.Status == CounterfactualStatus.Exact ? "" : "at most ")}{(change >= 0 ? "+" : "")}{Show(change)}",
        _ => "; no way to serve one more was found",
    };

    private static string Show(long? cost) => CostText.Show(cost, 1);
}
