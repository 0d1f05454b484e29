using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Bench;

/// <summary>Instances x algorithms x seeds, one run after the other.</summary>
internal sealed class BenchRuns
{
    private readonly Host _host;
    private readonly (BenchInput Input, BenchAlgorithm Algorithm, ulong Seed)[] _runs;

    /// <exception cref="UsageException">An algorithm cannot solve a problem, or a seed is too great for a table.</exception>
    public BenchRuns(Host host, IReadOnlyList<BenchInput> inputs, IReadOnlyList<BenchAlgorithm> algorithms, ulong firstSeed, int seeds)
    {
        if (firstSeed > (ulong)(long.MaxValue - seeds))
        {
            throw new UsageException($"Option --seed is {firstSeed}; expected at most {long.MaxValue - seeds}, so that a table can hold all seeds.");
        }

        foreach (var (input, algorithm) in inputs.SelectMany(input => algorithms.Select(algorithm => (input, algorithm))))
        {
            algorithm.Refuse(input.Instance);
        }

        _host = host;
        _runs = [.. inputs.SelectMany(input => algorithms.SelectMany(algorithm => Enumerable.Range(0, seeds).Select(seed => (input, algorithm, firstSeed + (ulong)seed))))];
    }

    /// <summary>Runs all, and writes the tables; what was done before an interruption is written too.</summary>
    /// <returns>How the command ends.</returns>
    public int Run(OutputFile output, OutputFile? trace, CancellationToken cancellation)
    {
        var (rows, steps) = (new TidyTable(), new TidyTable());
        var bad = 0;
        foreach (var (input, algorithm, seed) in _runs)
        {
            var run = BenchRun.Of(algorithm.Solver(_host), input, algorithm, seed, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            rows.Add(run.Row());
            foreach (var step in run.Steps())
            {
                steps.Add(step);
            }

            bad += run.IsGood ? 0 : 1;
            _host.Error.WriteLine($"{rows.Rows}/{_runs.Length} {Printable.Of(input.Name)}, {algorithm.Name}, seed {seed}: {run.Summary}");
        }

        Write(output, rows);
        if (trace is not null)
        {
            Write(trace, steps);
        }

        if (rows.Rows < _runs.Length)
        {
            _host.Error.WriteLine($"Interrupted: {rows.Rows} of {Tables.Count(_runs.Length, "run")} are in the table.");
        }

        return bad == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private void Write(OutputFile file, TidyTable table)
    {
        TableFile.Write(file, table);
        _host.Error.WriteLine($"Wrote {file.Path}: {Tables.Count(table.Rows, "row")}.");
    }
}
