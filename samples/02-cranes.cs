#:project ../src/Solvers/BerthOpt.csproj

// Which quay crane works on which bay when: the call of one large vessel, hour by hour.
//   dotnet run samples/02-cranes.cs [folder]
using BerthOpt.Cranes;
using BerthOpt.Search;

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out/cranes").FullName;

// 1. A problem: a call of a vessel of 8,000 TEU, bay by bay, deck and hold, with hatch covers between them.
var problem = CraneGenerator.Generate(GeneratedCraneKind.Vessel, size: 8_000, seed: 1);
Console.WriteLine($"{problem.Name}: {problem.Tasks.Length} tasks, {problem.Cranes.Length} cranes");

// 2. A plan, with a word at each better one.
var better = new SynchronousProgress(step => Console.WriteLine($"  after {step.Work,11:#,0} units of work: cost {step.Cost}, at least {step.LowerBound}"));
var result = CraneSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 3_000_000 }, better);
Console.WriteLine($"{result.Status} ({result.StopReason}): cost {result.Cost}, no plan costs less than {result.LowerBound} ({result.BoundMethod})");
if (result.Plan is not { } plan)
{
    return 1;
}

// 3. A second opinion: no two cranes cross, and each has its safety distance.
var check = CraneChecker.Check(problem, plan);

// 4. What it means for the terminal.
var kpis = CraneKpis.Of(problem, plan);
Console.WriteLine($"done in {kpis.MakespanHours:0.0} h with {kpis.CraneIntensity:0.0} cranes, {kpis.MovesPerGrossCraneHour:0.0} moves per gross crane hour, {kpis.InterferenceHours:0.0} h waiting for one another");

// 5. A picture.
File.WriteAllText(Path.Combine(folder, "plan.svg"), CraneSvg.Render(problem, plan));
Console.WriteLine(check.IsValid ? $"valid; wrote plan.svg to {folder}" : string.Join(Environment.NewLine, check.Faults));
return check.IsValid ? 0 : 1;

// Progress<T> of the BCL tells on another thread, maybe late; this one tells at once.
sealed class SynchronousProgress(Action<SolveProgress> tell) : IProgress<SolveProgress>
{
    private long? _cost;

    public void Report(SolveProgress value)
    {
        if (value.Cost != _cost)
        {
            tell(value);
            _cost = value.Cost;
        }
    }
}
