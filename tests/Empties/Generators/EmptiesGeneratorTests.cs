using System.Buffers;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesGeneratorTests
{
    [Theory]
    [InlineData(GeneratedEmptiesKind.Carrier)]
    [InlineData(GeneratedEmptiesKind.Hub)]
    public void The_same_seed_gives_the_same_problem_and_another_another(GeneratedEmptiesKind kind)
    {
        Assert.Equal(Text(EmptiesGenerator.Generate(kind, null, 5, 4)), Text(EmptiesGenerator.Generate(kind, null, 5, 4)));
        Assert.NotEqual(Text(EmptiesGenerator.Generate(kind, null, 5, 4)), Text(EmptiesGenerator.Generate(kind, null, 6, 4)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(40)]
    [InlineData(300)]
    public void A_carrier_calls_four_times_a_week_at_each_port(int ports)
    {
        var problem = EmptiesGenerator.Carrier(ports, 1, 2);
        var calls = problem.Voyages.DistinctBy(voyage => voyage.Service).Sum(voyage => voyage.Stops.Length - 1);

        Assert.Equal(ports, problem.Locations.Length);
        Assert.InRange(problem.Voyages.GroupBy(voyage => voyage.Service).Sum(service => service.Max(voyage => voyage.Legs.Length)), 4 * ports, (4 * ports) + 14);
        Assert.True(calls > 0);
    }

    /// <summary>Some regions are short of containers and some have too many, but not all together.</summary>
    [Fact]
    public void Trade_is_out_of_balance_by_region()
    {
        var problem = EmptiesGenerator.Carrier(60, 3);
        long Net(int parity) => problem.Supplies.Where(supply => supply.Location % 8 % 2 == parity).Sum(supply => (long)supply.Count) - problem.Demands.Where(demand => demand.Location % 8 % 2 == parity).Sum(demand => (long)demand.Count);

        Assert.True(Net(0) < 0, $"{Net(0)}");
        Assert.True(Net(1) > 0, $"{Net(1)}");
    }

    [Fact]
    public void A_hub_has_every_mode_and_a_plan_that_does_nothing_is_one()
    {
        var problem = EmptiesGenerator.Hub(60, 1);

        Assert.Equal(60, problem.Locations.Count(location => location.Kind == LocationKind.InlandPort));
        Assert.Equal([TransportMode.Barge, TransportMode.Train, TransportMode.Truck, TransportMode.StreetTurn], problem.Links.Select(link => link.Mode).Distinct().Order());
        Assert.Equal(13 * 7, problem.Periods);
        Assert.DoesNotContain(EmptiesChecker.Check(problem, EmptiesPlan.Empty).Faults, fault => fault.Code != EmptiesFaultCodes.StorageFull);
    }

    [Fact]
    public void Sizes_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesGenerator.Carrier(5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesGenerator.Carrier(301, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesGenerator.Hub(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesGenerator.Hub(60, 1, 53));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesGenerator.Generate((GeneratedEmptiesKind)9, null, 1));
    }

    private static string Text(EmptiesProblem problem)
    {
        var output = new ArrayBufferWriter<byte>();
        EmptiesDocument.Write(problem, output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
