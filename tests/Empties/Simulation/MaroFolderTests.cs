using System.IO.Compression;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties.Simulation;

public sealed class MaroFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("berthopt-maro-").FullName;

    public MaroFolderTests()
    {
        Write("misc.yml", "max_tick: 10\ncontainer_volume: 1\nseed: 4096\n");
        Write("ports.csv", "index,name,capacity,empty,empty_return_buffer,empty_return_buffer_noise,full_return_buffer,full_return_buffer_noise\n0,a,100,7,1,0,2,1\n1,b,100,0,1,0,1,0\n");
        Write("routes.csv", "index,name,port_name,distance_to_next_port\n0,r,a,60\n0,r,b,60\n");
        Write("vessels.csv", "index,name,capacity,route_name,start_port_name,sailing_speed,sailing_speed_noise,parking_duration,parking_noise,empty\n0,v,50,r,a,10,0,1,0,3\n");
        Write("stops.csv", "vessel_index,port_index,arrival_tick,departure_tick\n0,0,0,1\n0,1,4,5\n0,0,11,12\n");
        Write("orders.csv", "tick,source_port_index,dest_port_index,quantity\n0,0,1,5\n3,0,1,6\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reads_all_files()
    {
        var path = MaroFolder.Read(folder);

        Assert.Equal((10, 2, 1, 3, 2), (path.Schedule.Ticks, path.Schedule.Ports.Length, path.Schedule.Vessels.Length, path.Schedule.Stops.Length, path.Orders.Length));
        Assert.Equal(new SamplePort { Name = "a", Empties = 7, Laden = new SampleDelay(2, 1), Empty = new SampleDelay(1, 0) }, path.Schedule.Ports[0]);
        Assert.Equal(new SampleVessel { Name = "v", Capacity = 50, Empties = 3, RouteStops = 2 }, path.Schedule.Vessels[0]);
        Assert.Equal(new SampleOrder(3, 0, 1, 6), path.Orders[1]);
    }

    [Fact]
    public void Packed_orders_are_the_same()
    {
        using (var packed = new GZipStream(File.Create(Path.Combine(folder, "orders.csv.gz")), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(Path.Combine(folder, "orders.csv")));
        }

        var plain = MaroFolder.Read(folder).Orders;
        File.Delete(Path.Combine(folder, "orders.csv"));

        Assert.Equal(plain, MaroFolder.Read(folder).Orders);
    }

    [Theory]
    [InlineData("orders.csv", "3,0,1,6", "3,0,1,six", "bad-number", "orders.csv line 3")]
    [InlineData("orders.csv", "3,0,1,6", "3,0,1", "wrong-count", "orders.csv line 3")]
    [InlineData("orders.csv", "3,0,1,6", "3,0,2,6", "unknown-reference", "orders.csv line 3")]
    [InlineData("orders.csv", "3,0,1,6", "10,0,1,6", "out-of-range", "orders.csv line 3")]
    [InlineData("orders.csv", "0,0,1,5", "5,0,1,5", "wrong-order", "orders.csv line 3")]
    [InlineData("orders.csv", "dest_port_index", "to", "bad-header", "orders.csv line 1")]
    [InlineData("stops.csv", "0,1,4,5", "0,1,1,5", "wrong-order", "stops.csv line 3")]
    [InlineData("stops.csv", "0,1,4,5", "0,1,4,4", "out-of-range", "stops.csv line 3")]
    [InlineData("stops.csv", "0,1,4,5", "1,1,4,5", "unknown-reference", "stops.csv line 3")]
    [InlineData("vessels.csv", ",r,", ",s,", "unknown-reference", "vessels.csv line 2")]
    [InlineData("vessels.csv", ",0,3", ",0,51", "out-of-range", "vessels.csv line 2")]
    [InlineData("ports.csv", "1,b", "1,a", "duplicate-id", "ports.csv line 3")]
    [InlineData("ports.csv", "2,1", "2,3", "out-of-range", "ports.csv line 2")]
    [InlineData("misc.yml", "container_volume: 1", "container_volume: 2", "bad-number", "misc.yml line 2")]
    [InlineData("misc.yml", "max_tick", "ticks", "missing", "misc.yml")]
    [InlineData("misc.yml", "max_tick", "\0", "not-text", "misc.yml line 1")]
    public void A_fault_names_file_and_line(string file, string old, string young, string code, string place)
    {
        Write(file, File.ReadAllText(Path.Combine(folder, file)).Replace(old, young, StringComparison.Ordinal));

        var refused = Assert.Throws<InvalidInputException>(() => MaroFolder.Read(folder));

        Assert.Contains(refused.Faults, fault => fault.Code == code && fault.Place == place);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(folder, "stops.csv"));

        var refused = Assert.Throws<InvalidInputException>(() => MaroFolder.Read(folder));

        Assert.Contains("stops.csv", refused.Message, StringComparison.Ordinal);
        Assert.False(MaroFolder.LooksLikeOne(folder));
    }

    [Theory]
    [InlineData("tick,vessel,port,quantity\n4,0,1,0\n", null, null)]
    [InlineData("tick,vessel,port,quantity\n5,0,1,1\n", "no-call", "line 2")]
    [InlineData("tick,vessel,port,quantity\n0,0,0,1\n", "no-call", "line 2")]
    [InlineData("tick,vessel,port,quantity\n\n4,0,0,1\n", "no-call", "line 3")]
    [InlineData("tick,vessel,port,quantity\n4,1,1,1\n", "bad-number", "line 2")]
    [InlineData("tick,vessel,port,quantity\n4,0,1,1.5\n", "bad-number", "line 2")]
    [InlineData("tick,vessel,port\n", "bad-header", "line 1")]
    public void Actions_must_be_at_calls(string text, string? code, string? place)
    {
        var schedule = MaroFolder.Read(folder).Schedule;
        if (code is null)
        {
            Assert.Equal(text, ActionCsv.Write(ActionCsv.Read(text, schedule).Actions));
            return;
        }

        var refused = Assert.Throws<InvalidInputException>(() => ActionCsv.Read(text, schedule));

        Assert.Equal((code, place), (refused.Faults[0].Code, refused.Faults[0].Place));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
