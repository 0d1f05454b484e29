using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli.Berths;

/// <summary><c>berthopt slots</c>: the best slots for one more call in a plan of berths.</summary>
internal static class SlotsCommand
{
    private const int MostSlots = 100;

    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("slots", "Find the best slots for one more call in a plan of berths whose calls stay as they are, the cheapest first.");
        var instance = new InstanceOptions();
        var plan = new Argument<string>("PLAN") { Description = "The plan: JSON or CSV, found by its content." };
        var call = new Argument<string>("CALL") { Description = "The call, as JSON: id, lengthMetres, arrivalMinutes, handling and what else a call has in a problem." };
        var count = TypedOption.Of("--count", $"Number of slots, 1 to {MostSlots}.", $"a whole number from 1 to {MostSlots}", (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= MostSlots, new SlotOptions().Count);
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output.");
        instance.AddTo(command);
        command.Add(plan);
        command.Add(call);
        command.Add(count);
        command.Add(json);
        command.SetAction(parse =>
        {
            var (berths, path) = (BerthFiles.Require(instance.Read(parse)), parse.GetRequiredValue(call));
            var (problem, old) = (berths.Problem, berths.PlanOf(parse.GetRequiredValue(plan)));
            var more = ProblemKinds.In(path, () => BerthDocument.ReadCall(InputFile.Read(path).Bytes, problem));
            var slots = Find(problem, old, more, new SlotOptions { Count = parse.GetValue(count) }, cancellation);
            foreach (var line in parse.GetValue(json) ? [Json(problem, slots)] : Lines(problem, slots))
            {
                host.Out.WriteLine(parse.GetValue(json) ? line : Printable.Of(line));
            }

            return slots.IsEmpty ? ExitCode.NoPlan : ExitCode.Done;
        });
        return command;
    }

    private static ImmutableArray<BerthSlot> Find(BerthProblem problem, BerthPlan plan, Call call, SlotOptions options, CancellationToken cancellation)
    {
        try
        {
            return BerthSlots.Find(problem, plan, call, options, cancellation);
        }
        catch (InvalidInputException fault)
        {
            throw UsageException.Of("Slots cannot be found:", fault);
        }
    }

    private static IEnumerable<string> Lines(BerthProblem problem, ImmutableArray<BerthSlot> slots)
    {
        var words = new BerthWords(problem);
        return slots.IsEmpty ? ["There is no slot for it while the others stay as they are. Maybe replan with the event callAdded."]
            : slots.Select(slot => $"{words.Where(slot.Assignment)}: {words.Change(slot.Cost.Total)}");
    }

    private static string Json(BerthProblem problem, ImmutableArray<BerthSlot> slots)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("slots");
            foreach (var slot in slots)
            {
                var assignment = new ArrayBufferWriter<byte>();
                BerthPlanDocument.WriteAssignment(problem, slot.Assignment, assignment);
                json.WriteStartObject();
                json.WritePropertyName("assignment");
                json.WriteRawValue(assignment.WrittenSpan);
                json.WriteNumber("totalCost", CostText.Of(slot.Cost.Total, problem.Grid.CostScale));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
