using System.Buffers;
using System.CommandLine;
using System.Text;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cranes;
using BerthOpt.Port;

namespace BerthOpt.Cli.Port;

/// <summary><c>berthopt generate port</c>: a day at a quay, berths and bays.</summary>
internal static class GeneratePort
{
    public static Command Create(Host host)
    {
        var command = new Command("port", "Make a berth problem and the bays of its calls; the same options give the same on every machine.");
        var calls = SizeOption.Of("--calls", "Number of calls", 1, PortGenerator.MaxCalls, 6);
        var seed = TypedOption.Seed();
        var output = TypedOption.Path("--out", "The JSON file of the berth problem to write.");
        var bays = TypedOption.Path("--work", "The JSON file of the bays to write.");
        (output.Required, bays.Required) = (true, true);
        command.Add(calls);
        command.Add(seed);
        command.Add(output);
        command.Add(bays);
        command.SetAction(parse =>
        {
            var files = OutputFile.All([], parse.GetValue(output), parse.GetValue(bays));
            var work = PortGenerator.Day(parse.GetValue(calls) ?? 6, parse.GetValue(seed));
            files[0]!.Write(BerthFiles.Json(work.Berths));
            var json = new ArrayBufferWriter<byte>();
            BayWorkloadDocument.Write(work.Bays, json, indented: true);
            files[1]!.Write(Encoding.UTF8.GetString(json.WrittenSpan));
            host.Error.WriteLine($"Wrote {files[0]!.Path} and {files[1]!.Path}: {work.Berths.Name}, {Tables.Count(work.Bays.Cranes.Length, "crane")}, {Tables.Count(work.Bays.Work.Sum(bay => bay.Moves), "move")}.");
            return ExitCode.Done;
        });
        return command;
    }
}
