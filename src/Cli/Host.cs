using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using Spectre.Console;

namespace BerthOpt.Cli;

/// <summary>Solves a problem; the facade in the program, anything in a test.</summary>
internal delegate SolveResult<TPlan> Solve<TProblem, TPlan>(TProblem problem, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    where TPlan : class;

/// <summary>All that a command has from outside: where it writes, and who solves.</summary>
internal sealed record Host
{
    /// <summary>Standard output: results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: progress, notes and faults.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is a terminal that shows colours.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, so that a progress line makes sense.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>How the user calls this program.</summary>
    public string Name { get; init; } = "berthopt";

    /// <summary>The solver of berth problems.</summary>
    public Solve<BerthProblem, BerthPlan> SolveBerths { get; init; } = BerthSolver.Solve;

    /// <summary>The solver of crane problems.</summary>
    public Solve<CraneProblem, CranePlan> SolveCranes { get; init; } = CraneSolver.Solve;

    /// <summary>The solver of min-cost-flow problems.</summary>
    public Solve<FlowProblem, FlowPlan> SolveFlows { get; init; } = FlowSolver.Solve;

    /// <summary>The solver of empties problems.</summary>
    public Solve<EmptiesProblem, EmptiesPlan> SolveEmpties { get; init; } = EmptiesSolver.Solve;

    /// <summary>The process's own console.</summary>
    public static Host OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = ColumnsOfConsole(),
        Name = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "berthopt" ? "berthopt" : "dotnet run -c Release --project src/Cli --",
    };

    /// <summary>A console for tables on standard output.</summary>
    public IAnsiConsole Tables()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = OutIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = OutIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        console.Profile.Width = Width;
        return console;
    }

    private static int ColumnsOfConsole()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth < 20 ? 100 : Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
