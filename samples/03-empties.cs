#:project ../src/Solvers/BerthOpt.csproj

// How empty containers get to where they are asked for: a hub and its feeder ports over a quarter of a year.
//   dotnet run samples/03-empties.cs [folder]
using BerthOpt.Empties;
using BerthOpt.Search;

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out/empties").FullName;

// 1. A problem: stocks, returns and requests by day, voyages with room for empties, rail and road, containers for hire.
var problem = EmptiesGenerator.Hub(inlandPorts: 10, seed: 1);
Console.WriteLine($"{problem.Name}: {problem.Locations.Length} places, {problem.Voyages.Length} voyages, {problem.Periods} days");

// 2. A plan.
var result = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.FromSeconds(60), Gap = 0.02 });
Console.WriteLine($"{result.Status} ({result.StopReason}): cost {result.Cost}, no plan costs less than {result.LowerBound} ({result.BoundMethod})");
if (result.Plan is not { } plan)
{
    return 1;
}

// 3. A second opinion: stocks never below zero, room kept on each leg.
var check = EmptiesChecker.Check(problem, plan);

// 4. What it means for the carrier.
var kpis = EmptiesKpis.Of(problem, plan);
Console.WriteLine($"{kpis.Given:#,0} of {kpis.Asked:#,0} empties given ({kpis.Fulfilment:P1}), {kpis.SeaRailShare:P0} by sea and rail, {kpis.Co2Kilograms / 1000:#,0.0} t CO2");

// 5. A picture: stocks and flows over time.
File.WriteAllText(Path.Combine(folder, "plan.svg"), EmptiesSvg.Render(problem, plan));
Console.WriteLine(check.IsValid ? $"valid; wrote plan.svg to {folder}" : string.Join(Environment.NewLine, check.Faults));
return check.IsValid ? 0 : 1;
