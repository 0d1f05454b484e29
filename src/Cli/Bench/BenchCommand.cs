using System.CommandLine;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;

namespace BerthOpt.Cli.Bench;

/// <summary><c>berthopt bench</c>: instances x algorithms x seeds, one row of a table for each run.</summary>
internal static class BenchCommand
{
    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("bench", "Run instances x algorithms x seeds, have each plan checked, and write one row of a table for each run.");
        var files = new Argument<string[]>("FILE") { Description = "Problems: files, or folders of them.", Arity = ArgumentArity.ZeroOrMore };
        var generate = Words("--generate", "Make a problem: what follows 'berthopt generate', such as \"cranes --kind qcspgen --tasks 20 --seed 3\". May be given several times.", "words");
        var algorithm = Words("--algorithm", "An algorithm: a name and options of 'berthopt solve' for limits, bounds and windows, such as \"windows=--rolling --window 40\". May be given several times; default \"default=\".", "name=options");
        var seeds = SizeOption.Of("--seeds", "Runs of each, with the seeds from --seed on", 1, 100_000, 1);
        var output = TypedOption.Path("--out", "The table to write: Parquet where its name ends in .parquet, else CSV.");
        var trace = TypedOption.Path("--trace", "Also write each better plan or bound of each run to this table: when, after how much work, cost and bound.");
        var reading = new ReadingOptions();
        var limits = new LimitOptions("10s");
        output.Required = true;
        command.Add(files);
        command.Add(generate);
        reading.AddTo(command);
        command.Add(algorithm);
        limits.AddTo(command);
        command.Add(seeds);
        command.Add(output);
        command.Add(trace);
        command.SetAction(parse =>
        {
            var paths = BenchInput.Paths(parse.GetValue(files)!);
            var tables = OutputFile.All([.. paths], parse.GetValue(output), parse.GetValue(trace));
            var algorithms = BenchAlgorithm.Read(parse.GetValue(algorithm)!, limits.Given(parse));
            List<BenchInput> inputs = [.. paths.Select(path => BenchInput.Of(path, reading.Read(parse, path))), .. parse.GetValue(generate)!.Select(words => BenchInput.Generated(host, words))];
            if (inputs.Count == 0)
            {
                throw new UsageException("There is nothing to run; expected the file of a problem, a folder of them, or --generate.");
            }

            return new BenchRuns(host, inputs, algorithms, limits.Seed(parse), parse.GetValue(seeds) ?? 1).Run(tables[0]!, tables[1], cancellation);
        });
        return command;
    }

    private static Option<string[]> Words(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
