using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Berths;

/// <summary>How far a plan departs from the plan in force, for programs (in the words of the service) and for people.</summary>
internal sealed class BerthChangesText(BerthProblem problem, PlanChanges changes)
{
    /// <summary>As JSON.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("callsMoved", changes.CallsMoved);
        json.WriteNumber("quayChanges", changes.QuayChanges);
        json.WriteNumber("callsLeftOut", changes.CallsLeftOut);
        json.WriteNumber("callsNew", changes.CallsNew);
        json.WriteNumber("minutes", changes.Minutes);
        json.WriteNumber("metres", changes.Metres);
        json.WriteNumber("cranes", changes.Cranes);
        json.WriteNumber("price", changes.Price);
        json.WriteStartArray("calls");
        foreach (var call in changes.Calls)
        {
            json.WriteStartObject();
            json.WriteString("call", problem.Calls[call.Call].Id);
            json.WriteNumber("minutes", call.Minutes);
            json.WriteNumber("metres", call.Metres);
            json.WriteNumber("cranes", call.Cranes);
            json.WriteNumber("price", call.Price);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A line for all, and one for each call that differs.</summary>
    public IEnumerable<string> Lines()
    {
        var words = new BerthWords(problem);
        yield return $"{Tables.Count(changes.CallsMoved, "call")} moved, {changes.QuayChanges} of them to another quay; {changes.CallsNew} new, {changes.CallsLeftOut} left out; changes cost {BerthWords.Number(changes.Price)}.";
        foreach (var call in changes.Calls)
        {
            var how = call.Before is null ? "new" : call.Now is null ? "left out" : $"{words.Later(call.Minutes)}, {BerthWords.Signed(call.Metres)} m, {BerthWords.Signed(call.Cranes)} cranes, {BerthWords.Signed(call.Price)}";
            yield return $"  {problem.Calls[call.Call].Id}: {how}; {words.Where(call.Now)}";
        }
    }
}
