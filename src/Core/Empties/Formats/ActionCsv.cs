using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties;

/// <summary>
/// Actions of a simulation as comma-separated values:
/// <code>
/// tick,vessel,port,quantity
/// 33,0,18,250
/// </code>
/// <c>vessel</c> and <c>port</c> count from 0, in the order of the sample path. A positive <c>quantity</c> is loaded onto the vessel, a
/// negative one is discharged from it. Rows may stand in any order; those of one call are carried out in the order of the file.
/// </summary>
public static class ActionCsv
{
    private static readonly string[] Columns = ["tick", "vessel", "port", "quantity"];

    /// <summary>Writes actions.</summary>
    /// <param name="actions">The actions.</param>
    /// <returns>The text, with LF line ends.</returns>
    public static string Write(IEnumerable<RepositioningAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var (tick, vessel, port, quantity) in actions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{tick},{vessel},{port},{quantity}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads actions; whether they can be carried out is for the simulator and <see cref="ActionChecker"/> to say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schedule">The schedule that they are actions in.</param>
    /// <exception cref="InvalidInputException">The text is no list of actions, or names a call that there is not; it lists every fault with its line.</exception>
    public static ActionList Read(string text, SampleSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schedule);
        var faults = new FormatFaults();
        var actions = ImmutableArray.CreateBuilder<RepositioningAction>();
        var lines = ImmutableArray.CreateBuilder<int>();
        for (var rows = new CsvRows(text, Columns, faults); rows.Next();)
        {
            var before = faults.Count;
            var action = new RepositioningAction(
                rows.Int(0, 0, schedule.Ticks - 1), rows.Int(1, 0, schedule.Vessels.Length - 1), rows.Int(2, 0, schedule.Ports.Length - 1),
                rows.Int(3, -SampleSchedule.MostBoxes, SampleSchedule.MostBoxes));
            actions.Add(action);
            lines.Add(rows.Line);
            if (faults.Count == before && !IsCall(schedule, action))
            {
                faults.Add("no-call", rows.Line, $"has an action at tick {action.Tick}, when vessel {action.Vessel} (\"{schedule.Vessels[action.Vessel].Name}\") does not call at port {action.Port} (\"{schedule.Ports[action.Port].Name}\"); expected the tick of an arrival. Maybe it is the vessel's first stop, where nothing is moved.");
            }
        }

        faults.ThrowIfAny();
        return new ActionList(actions.DrainToImmutable(), lines.DrainToImmutable());
    }

    private static bool IsCall(SampleSchedule schedule, RepositioningAction action)
    {
        foreach (var stop in schedule.CallsAt(action.Tick))
        {
            if (schedule.Stops[stop].Vessel == action.Vessel)
            {
                return schedule.Stops[stop].Port == action.Port;
            }
        }

        return false;
    }
}
