#:project ../src/Solvers/BerthOpt.csproj

// Which ship lies where and when: a generated week, a plan, a second opinion, and a picture.
//   dotnet run samples/01-berths.cs [folder]
using BerthOpt.Berths;
using BerthOpt.Search;

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out/berths").FullName;

// 1. A problem: 25 calls in a week at a quay of 1,000 m with 10 cranes. Another seed gives another week.
var problem = BerthGenerator.MeiselBierwirth(calls: 25, seed: 1);

// 2. A plan. The work limit, not the time, ends this run, so that everybody gets the same plan. Ctrl-C gives the best one so far.
using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};
var result = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 20_000_000 }, cancellation: interrupt.Token);
Console.WriteLine($"{result.Status} ({result.StopReason}): cost {result.Cost}, no plan costs less than {result.LowerBound} ({result.BoundMethod})");
if (result.Plan is not { } plan)
{
    return 1;
}

// 3. A second opinion. The checker shares no code with the solver.
var check = BerthChecker.Check(problem, plan);
foreach (var fault in check.Faults)
{
    Console.WriteLine(fault);
}

// 4. What it means for the terminal.
var kpis = BerthKpis.Of(problem, plan);
Console.WriteLine($"{kpis.DirectBerthingRate:P0} berth on arrival, mean waiting {kpis.MeanWaitingHours:0.0} h, {kpis.LateCalls} calls late, berths taken {kpis.BerthOccupancyRate:P0}");

// 5. A picture, and the plan for other programs.
File.WriteAllText(Path.Combine(folder, "plan.svg"), BerthSvg.Render(problem, plan));
using (var file = File.Create(Path.Combine(folder, "plan.json")))
{
    BerthPlanDocument.Write(problem, plan, check.Cost, file, indented: true);
}

Console.WriteLine($"Wrote plan.svg and plan.json to {folder}.");
return check.IsValid ? 0 : 1;
