#:project ../src/Solvers/BerthOpt.csproj

// Something has happened: a plan in force is changed, as little as it pays.
//   dotnet run samples/04-replanning.cs [folder]
using BerthOpt;
using BerthOpt.Berths;
using BerthOpt.Search;

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out/replanning").FullName;
var limits = new SolverOptions { TimeLimit = null, WorkLimit = 5_000_000 };

// 1. The plan in force.
var week = BerthGenerator.MeiselBierwirth(calls: 25, seed: 1);
var plan = BerthSolver.Solve(week, limits).Plan!;

// 2. It is hour 30. A ship will be nine hours late, a crane is broken for a day, and a gale stops large ships. What has begun stays,
//    and so does what begins in the next six hours, where it can; every other change has its price.
var late = Enumerable.Range(0, week.Calls.Length).First(call => week.Calls[call].Arrival > 40);
var happened = new BerthReplan
{
    Now = 30,
    FreezeUntil = 36,
    Events =
    [
        new EtaChanged { Call = late, Arrival = week.Calls[late].Arrival + 9 },
        new CraneDown { Pool = 0, Crane = 9, Slots = new Interval(32, 56), Reason = "drive" },
        new WindLimit { Slots = new Interval(44, 52), MinLength = 20, Reason = "gale" },
    ],
    Prices = new ChangePrices { StartRate = 100, SectionRate = 20, MoveCost = 500 },
};

// 3. The new plan, its bound, and what moved.
var replanned = BerthReplanner.Solve(week, plan, happened, limits);
var (result, now, changes) = (replanned.Result, replanned.Revision.Problem, replanned.Changes!);
Console.WriteLine($"{result.Status} ({result.StopReason}): cost {result.Cost}, no plan costs less than {result.LowerBound}");
Console.WriteLine($"{changes.CallsMoved} of {week.Calls.Length} calls moved, {changes.Minutes / 60:0} h and {changes.Metres:0} m together, at a price of {changes.Price}");
foreach (var change in changes.Calls.Where(change => change.Minutes != 0 || change.Metres != 0))
{
    Console.WriteLine($"  {now.Calls[change.Call].Id}: {change.Minutes / 60:+0;-0;0} h, {change.Metres:+0;-0;0} m");
}

// 4. A second opinion, and a picture.
var check = BerthChecker.Check(now, result.Plan!);
File.WriteAllText(Path.Combine(folder, "plan.svg"), BerthSvg.Render(now, result.Plan!));
Console.WriteLine(check.IsValid ? $"valid; wrote plan.svg to {folder}" : string.Join(Environment.NewLine, check.Faults));
return check.IsValid ? 0 : 1;
