using System.CommandLine;
using BerthOpt.Cli.Options;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cli.Options;

public sealed class LimitOptionsTests
{
    [Fact]
    public void Without_options_there_are_the_defaults()
    {
        var options = Read(1, "");

        Assert.Equal(TimeSpan.FromSeconds(10), options.TimeLimit);
        Assert.Null(options.WorkLimit);
        Assert.Equal(0, options.Gap);
        Assert.Null(options.Target);
        Assert.Equal(1UL, options.Seed);
        Assert.Equal(new SolverOptions().Threads, options.Threads);
    }

    [Fact]
    public void All_options_are_read()
    {
        var options = Read(100, "--time-limit 500ms --work-limit 7 --gap 1.5% --target 12.345 --seed 18446744073709551615 --threads 3");

        Assert.Equal(TimeSpan.FromMilliseconds(500), options.TimeLimit);
        Assert.Equal(7, options.WorkLimit);
        Assert.Equal(0.015, options.Gap, 12);
        Assert.Equal(1234, options.Target);
        Assert.Equal(ulong.MaxValue, options.Seed);
        Assert.Equal(3, options.Threads);
    }

    [Fact]
    public void A_work_limit_lifts_the_time_limit_that_nobody_asked_for() => Assert.Null(Read(1, "--work-limit 0").TimeLimit);

    [Theory]
    [InlineData("-0.5", -1)]
    [InlineData("0.999", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_target_is_rounded_down_to_the_grid(string target, long expected) => Assert.Equal(expected, Read(1, "--target " + target).Target);

    [Theory]
    [InlineData("--time-limit soon", "--time-limit is \"soon\"; expected a duration")]
    [InlineData("--work-limit -1", "--work-limit is \"-1\"; expected a whole number of 0 or more")]
    [InlineData("--work-limit 1.5", "--work-limit is \"1.5\"")]
    [InlineData("--gap 2", "--gap is \"2\"; expected 0 to 1, or 0% to 100%")]
    [InlineData("--gap NaN", "--gap is \"NaN\"")]
    [InlineData("--gap -0.1", "--gap is \"-0.1\"")]
    [InlineData("--target much", "--target is \"much\"; expected a cost")]
    [InlineData("--seed -1", "--seed is \"-1\"; expected a whole number of 0 or more")]
    [InlineData("--seed 18446744073709551616", "--seed is")]
    [InlineData("--threads 0", "--threads is \"0\"; expected 1 to 256")]
    [InlineData("--threads 257", "--threads is \"257\"")]
    [InlineData("--seed", "--seed")]
    [InlineData("--seed 1 --seed 2", "--seed")]
    public void Anything_else_is_refused_by_name(string line, string expected) => Assert.Contains(expected, Assert.Single(Parse(line).Parse.Errors.Select(error => error.Message).Distinct()));

    private static SolverOptions Read(int costScale, string line)
    {
        var (options, parse) = Parse(line);
        Assert.Empty(parse.Errors);
        var read = options.Read(parse, costScale);
        read.Validate();
        return read;
    }

    private static (LimitOptions Options, ParseResult Parse) Parse(string line)
    {
        var options = new LimitOptions("10s");
        var command = new RootCommand();
        options.AddTo(command);
        return (options, command.Parse(line));
    }
}
