#:project ../src/Client/BerthOpt.Client.csproj

// A plan from a running service: submit, follow, take the plan, and judge it here. This program has no solver.
//   dotnet run -c Release --project src/Api          in another window
//   dotnet run samples/05-http-client.cs [address]
using BerthOpt.Berths;
using BerthOpt.Client;

using var http = new HttpClient { BaseAddress = new Uri(args.Length > 0 ? args[0] : "http://localhost:5000") };
var service = new BerthOptClient(http);

// 1. The same key sent twice makes one job, so that a request can be repeated when the network fails.
var problem = BerthGenerator.MeiselBierwirth(calls: 20, seed: 1);
var job = await service.SubmitAsync(problem, new JobOptions { WorkLimit = 5_000_000, Tags = ["sample"] }, key: $"{Guid.NewGuid()}");
Console.WriteLine($"job {job.Id}");

// 2. What happens to it, as it happens. FollowAsync goes on where it was when the connection breaks.
await foreach (var happened in service.FollowAsync(job.Id))
{
    Console.WriteLine($"  {happened.Number} {happened.Type} {happened.Data}");
}

// 3. The plan. Trust is good: the checker is part of BerthOpt.Core, and needs no service.
var ended = await service.GetAsync(job.Id);
var plan = await service.GetPlanAsync(job.Id, problem);
if (plan is null)
{
    Console.WriteLine($"no plan: {ended.Status}, {ended.StopReason}");
    return 1;
}

var check = BerthChecker.Check(problem, plan);
Console.WriteLine($"{ended.SolutionStatus}: cost {ended.TotalCost}, at least {ended.LowerBound}; the checker here says {(check.IsValid ? "valid" : "refused")}, cost {check.Cost.Total}");
await service.DeleteAsync(job.Id);
return check.IsValid ? 0 : 1;
