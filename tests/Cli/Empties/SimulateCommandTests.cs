using BerthOpt.Cli;

namespace BerthOpt.Tests.Cli.Empties;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SimulateCommandTests()
    {
        folder.Write("misc.yml", "max_tick: 30\ncontainer_volume: 1\n");
        folder.Write("ports.csv", "index,name,capacity,empty,empty_return_buffer,empty_return_buffer_noise,full_return_buffer,full_return_buffer_noise\n0,a,100,0,1,0,1,0\n1,b,100,40,1,0,1,0\n");
        folder.Write("routes.csv", "index,name,port_name,distance_to_next_port\n0,r,a,60\n0,r,b,60\n");
        folder.Write("vessels.csv", "index,name,capacity,route_name,start_port_name,sailing_speed,sailing_speed_noise,parking_duration,parking_noise,empty\n0,v,50,r,a,10,0,1,0,0\n");
        folder.Write("stops.csv", "vessel_index,port_index,arrival_tick,departure_tick\n" + string.Concat(Enumerable.Range(0, 10).Select(stop => $"0,{stop % 2},{4 * stop},{(4 * stop) + 1}\n")));
        folder.Write("orders.csv", "tick,source_port_index,dest_port_index,quantity\n" + string.Concat(Enumerable.Range(0, 30).Select(tick => $"{tick},0,1,2\n")));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_repositioning_nothing_is_served()
    {
        var run = CliRun.Of("simulate", folder.Path, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"requirements\":60,\"shortage\":60,\"fulfilment\":0,\"operations\":0,\"fulfilmentBound\":null,\"checker\":\"valid\"", run.Out);
    }

    [Fact]
    public void The_bound_is_told_when_asked_for() => Assert.Contains("No policy fulfils more than", CliRun.Of("simulate", folder.Path, "--bound").Out);

    [Theory]
    [InlineData("rolling", "--forecast", "true")]
    [InlineData("rolling", "--window", "20")]
    [InlineData("threshold", "--train", "FOLDER")]
    public void A_policy_serves_more_and_its_actions_give_the_same_again(string policy, string option, string value)
    {
        var actions = folder["actions.csv"];

        var run = CliRun.Of("simulate", folder.Path, "--policy", policy, option, value.Replace("FOLDER", folder.Path, StringComparison.Ordinal), "--csv", actions, "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.DoesNotContain("\"shortage\":60", run.Out);
        var again = CliRun.Of("simulate", folder.Path, "--policy", "actions", "--actions", actions, "--json");
        Assert.Equal(run.Out.Replace($"\"{policy}\"", "\"actions\"", StringComparison.Ordinal), again.Out);
        Assert.Contains("are valid", CliRun.Of("check", folder.Path, actions).Out);
    }

    [Fact]
    public void An_action_beyond_the_range_is_refused_with_its_line()
    {
        var actions = folder["actions.csv"];
        File.WriteAllText(actions, "tick,vessel,port,quantity\n4,0,1,30\n8,0,0,-31\n");

        CliRun.Of("simulate", folder.Path, "--policy", "actions", "--actions", actions).AssertRefused("line 3", "-31", "-30 to");
        var check = CliRun.Of("check", folder.Path, actions);

        Assert.Equal(ExitCode.Refused, check.ExitCode);
        Assert.Contains("line 3", check.Out);
    }

    [Fact]
    public void Options_that_do_not_go_together_are_refused()
    {
        CliRun.Of("simulate", folder.Path, "--policy", "actions").AssertRefused("--actions is missing");
        CliRun.Of("simulate", folder.Path, "--train", folder.Path).AssertRefused("--train does not go with --policy none");
        CliRun.Of("simulate", folder["none"]).AssertRefused($"{Environment.NewLine}{folder["none"]}: is no folder");
        CliRun.Of("simulate", folder.Path, "--window", "0").AssertRefused("1 to 1000");
    }
}
