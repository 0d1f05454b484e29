using System.Collections.Concurrent;
using BerthOpt.Empties;
using BerthOpt.Search;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesWhatIfTests
{
    private static readonly SolverOptions _options = new() { TimeLimit = null, WorkLimit = 20_000_000, Threads = 1 };

    /// <summary>One container more never saves more than its price, nor room more than its own: the dual says so, and the solver may not do better.</summary>
    [Fact]
    public void Prices_are_bounds_of_what_one_more_saves()
    {
        var (wrong, containers, rooms) = (new ConcurrentBag<string>(), 0, 0);
        Parallel.For(0, 200, seed =>
        {
            // Where there is no container at all, no way has room for one.
            if (Solved((ulong)seed, types: seed % 2) is not var (problem, plan) || problem.Supplies.Sum(supply => supply.Count) + problem.Stocks.Sum(stock => stock.Initial) == 0)
            {
                return;
            }

            var explanation = EmptiesWhatIf.Explain(problem, plan, null, _options);
            foreach (var shortage in explanation.Shortages.Take(2).Where(shortage => shortage.Price is not null))
            {
                var more = new Supply { Location = shortage.Location, Type = shortage.Type, Period = shortage.Period, Count = 1 };
                var known = problem.Supplies.Index().FirstOrDefault(supply => (supply.Item.Location, supply.Item.Type, supply.Item.Period) == (more.Location, more.Type, more.Period), (Index: -1, null!));
                Interlocked.Increment(ref containers);
                Judge(problem.Parts with { Supplies = known.Index < 0 ? problem.Supplies.Add(more) : problem.Supplies.SetItem(known.Index, known.Item with { Count = known.Item.Count + 1, High = null, Low = null }) }, shortage.Price!.Value, $"{shortage}");
            }

            foreach (var room in explanation.Rooms.Where(room => room.Code == ScarceRoomCodes.Link).Take(2))
            {
                // Of every departure: at least as much.
                var link = problem.Links[room.Item];
                var all = explanation.Rooms.Where(other => other.Code == room.Code && other.Item == room.Item).GroupBy(other => other.Number).Sum(departure => departure.Max(other => other.Price));
                if (link.Room == Room.Unlimited && explanation.Rooms.Length < EmptiesExplanation.MaxEntries)
                {
                    Interlocked.Increment(ref rooms);
                    Judge(problem.Parts with { Links = problem.Links.SetItem(room.Item, link with { Most = link.Most + 1 }) }, all, $"{room}");
                }
            }

            void Judge(EmptiesParts parts, long price, string what)
            {
                var then = EmptiesSolver.Solve(new EmptiesProblem(parts), _options).Cost;
                // The bound is rounded up, the price to the nearest.
                if (then < explanation.LowerBound - price - 2)
                {
                    wrong.Add($"{seed} {what}: {then} is less than {explanation.LowerBound} - {price}");
                }
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order().Take(6)));
        Assert.True(containers > 50 && rooms > 5, $"{containers} {rooms}");
    }

    [Fact]
    public void One_more_that_is_served_is_a_plan_with_that_price_and_documents_keep_it()
    {
        var served = 0;
        foreach (var seed in Enumerable.Range(0, 60))
        {
            if (Solved((ulong)seed, types: 0) is not var (problem, plan) || EmptiesExplainer.Explain(problem, plan).Shortages is not [var dear, ..])
            {
                continue;
            }

            var explanation = EmptiesWhatIf.Explain(problem, plan, problem.Locations[dear.Location].Id, _options, TestContext.Current.CancellationToken);
            var written = new System.Buffers.ArrayBufferWriter<byte>();
            EmptiesExplanationDocument.Write(problem, plan, explanation, written);
            var read = EmptiesExplanationDocument.Read(written.WrittenSpan, problem);
            var again = new System.Buffers.ArrayBufferWriter<byte>();
            EmptiesExplanationDocument.Write(problem, plan, read, again);

            Assert.True(written.WrittenSpan.SequenceEqual(again.WrittenSpan));
            Assert.Empty(EmptiesExplanationChecker.Check(problem, plan, read));
            Assert.All(read.Shortages, shortage => Assert.Equal(dear.Location, shortage.Location));
            foreach (var shortage in read.Shortages.Where(shortage => shortage.OneMore?.CostChange is not null))
            {
                served++;
                var lie = read with { Shortages = [shortage with { OneMore = shortage.OneMore! with { CostChange = shortage.OneMore.CostChange - 1, LeastCostChange = null } }] };
                Assert.NotEmpty(EmptiesExplanationChecker.Check(problem, plan, lie));
                Assert.NotEmpty(EmptiesExplanationChecker.Check(problem, plan, read with { Shortages = [shortage with { OneMore = shortage.OneMore with { Plan = plan } }] }));
            }
        }

        Assert.True(served > 5, $"{served}");
    }

    private static (EmptiesProblem Problem, EmptiesPlan Plan)? Solved(ulong seed, int types)
    {
        var problem = RandomEmptiesProblems.Create(seed, types);
        return EmptiesSolver.Solve(problem, _options).Plan is { } plan ? (problem, plan) : null;
    }
}
