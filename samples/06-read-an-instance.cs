#:project ../src/Solvers/BerthOpt.csproj

// Reads an instance in the format of a public benchmark, plans it, and writes the plan in the units of that format.
//   dotnet run samples/06-read-an-instance.cs [instance] [plan.csv]
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

var path = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "corner.txt");

// 1. The format is told from the content. A file that is no instance gives all its faults at once, each with its place.
BerthInstance instance;
try
{
    instance = BerthFormats.Read(path);
}
catch (InvalidInputException refusal)
{
    Console.WriteLine(string.Join(Environment.NewLine, refusal.Faults));
    return 3;
}

var problem = instance.Problem;
Console.WriteLine($"{problem.Name} ({instance.Format}): {problem.Calls.Length} calls, {problem.Quays.Length} quay, uses {problem.Features}");

// 2. A plan.
var result = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 5_000_000 });
Console.WriteLine($"{result.Status}: cost {result.Cost}, no plan costs less than {result.LowerBound}, gap {result.Gap:P1}");
if (result.Plan is not { } plan)
{
    return 4;
}

// 3. The plan in the units of the file, and back again: what others write can be judged in the same way.
var csv = BerthPlanCsv.Write(plan, instance);
Console.Write(csv);
if (args.Length > 1)
{
    File.WriteAllText(args[1], csv);
}

var check = BerthChecker.Check(problem, BerthPlanCsv.Read(csv, instance));
Console.WriteLine(check.IsValid ? $"valid, cost {check.Cost.Total}" : string.Join(Environment.NewLine, check.Faults));
return check.IsValid ? 0 : 5;
