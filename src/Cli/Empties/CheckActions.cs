using System.Text.Json.Nodes;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary><c>berthopt check</c> of a list of actions in a sample path.</summary>
internal static class CheckActions
{
    /// <summary>Replays the actions and says what came of it, or what cannot be carried out.</summary>
    public static int Run(Host host, string folder, string file, bool json)
    {
        var path = ProblemKinds.In(folder, () => MaroFolder.Read(folder));
        var check = ActionChecker.Check(path, SimulationRun.Actions(file, path));
        var word = check.Faults.IsEmpty ? "valid" : "refused";
        if (json)
        {
            host.Out.WriteLine(new JsonObject
            {
                ["problem"] = "empties",
                ["instance"] = path.Schedule.Name,
                ["checker"] = word,
                ["requirements"] = check.Requirements,
                ["shortage"] = check.Shortage,
                ["operations"] = check.Operations,
                ["faults"] = new JsonArray([.. check.Faults.Select(fault => new JsonObject { ["code"] = fault.Code, ["place"] = fault.Place, ["message"] = fault.Message })]),
            }.ToJsonString());
        }
        else
        {
            host.Out.WriteLine(check.Faults.IsEmpty ? "The actions are valid: each can be carried out." : $"The actions are refused: {Tables.Count(check.Faults.Length, "fault")}.");
            foreach (var fault in check.Faults.Take(100))
            {
                host.Out.WriteLine(Printable.Of(fault.ToString()));
            }

            Tables.Facts(host.Tables(), Printable.Of(path.Schedule.Name), "", [("Orders", $"{check.Requirements:#,0}"), ("Shortage", $"{check.Shortage:#,0}"), ("Empties moved", $"{check.Operations:#,0}")]);
        }

        return check.Faults.IsEmpty ? ExitCode.Done : ExitCode.Refused;
    }
}
