using System.Text;
using BerthOpt.Cli.Files;
using BerthOpt.Search;

namespace BerthOpt.Cli.Problems;

/// <summary>A problem that was read, of whatever kind, and what to call it.</summary>
internal abstract class Instance
{
    /// <summary>Name of its kind.</summary>
    public abstract string Kind { get; }

    /// <summary>The problem's own name, else its file's.</summary>
    public required string Name { get; init; }

    /// <summary>Grid costs in one unit of cost of the instance.</summary>
    public virtual int CostScale => 1;

    /// <summary>Solves it.</summary>
    public abstract SolveResult<JudgedPlan> Solve(Host host, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation);

    /// <summary>Reads a plan of it, JSON or CSV, and has it judged.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public JudgedPlan ReadPlan(string path)
    {
        var bytes = InputFile.Read(path);
        var isJson = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1000))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{');
        return ProblemKinds.In(path, () => isJson ? FromJson(bytes) : FromCsv(InputFile.Text(path)));
    }

    /// <summary>The name of a problem, or of its file where it has none.</summary>
    public static string NameOf(string problem, string path) => problem.Length > 0 ? problem : Path.GetFileNameWithoutExtension(path);

    protected abstract JudgedPlan FromJson(byte[] bytes);

    protected abstract JudgedPlan FromCsv(string text);
}
