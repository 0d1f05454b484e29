// Plans a generated week: generate, solve, check, draw.
//   dotnet run -c Release --project samples/01-plan-a-week [folder]
using BerthOpt.Berths;
using BerthOpt.Search;

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out/plan-a-week").FullName;

// 1. A problem: 40 calls in a week at a quay of 1,000 m with 10 cranes. Another seed gives another week.
var problem = BerthGenerator.MeiselBierwirth(calls: 40, seed: 1);

// 2. A plan. The work limit, not the time, ends this run, so that everybody gets the same plan.
var options = new SolverOptions { TimeLimit = null, WorkLimit = 20_000_000, Seed = 1 };
var result = BerthSolver.Solve(problem, options);
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
