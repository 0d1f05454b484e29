using System.Text;
using BerthOpt.Api;
using BerthOpt.Diagnostics;
using BerthOpt.Search;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Api;

public sealed class SolveSettingsTests
{
    [Fact]
    public void Left_out_options_have_their_defaults()
    {
        var options = Read("{}").ToOptions(1);

        Assert.Equal(TimeSpan.FromSeconds(10), options.TimeLimit);
        Assert.Null(options.WorkLimit);
        Assert.Null(options.Target);
        Assert.Equal((0, 1UL, Environment.ProcessorCount), (options.Gap, options.Seed, options.Threads));
    }

    [Fact]
    public void All_options_reach_the_solver()
    {
        var options = Read("""{"timeLimitSeconds":0.5,"workLimit":9223372036854775807,"gap":0.25,"target":-1.239,"seed":18446744073709551615,"threads":1}""")
            .ToOptions(100);

        Assert.Equal(TimeSpan.FromMilliseconds(500), options.TimeLimit);
        Assert.Equal((long.MaxValue, 0.25, -124, ulong.MaxValue, 1), (options.WorkLimit, options.Gap, options.Target, options.Seed, options.Threads));
        options.Validate();
    }

    [Theory]
    [InlineData("""{"timeLimitSeconds":3600.001}""", "out-of-range", "/options/timeLimitSeconds")]
    [InlineData("""{"timeLimitSeconds":-1}""", "out-of-range", "/options/timeLimitSeconds")]
    [InlineData("""{"timeLimitSeconds":"10"}""", "wrong-type", "/options/timeLimitSeconds")]
    [InlineData("""{"workLimit":-1}""", "out-of-range", "/options/workLimit")]
    [InlineData("""{"workLimit":9223372036854775808}""", "out-of-range", "/options/workLimit")]
    [InlineData("""{"workLimit":1.5}""", "not-whole", "/options/workLimit")]
    [InlineData("""{"gap":1.01}""", "out-of-range", "/options/gap")]
    [InlineData("""{"target":1e40}""", "out-of-range", "/options/target")]
    [InlineData("""{"seed":-1}""", "out-of-range", "/options/seed")]
    [InlineData("""{"seed":18446744073709551616}""", "out-of-range", "/options/seed")]
    [InlineData("""{"threads":0}""", "out-of-range", "/options/threads")]
    [InlineData("""{"threads":257}""", "out-of-range", "/options/threads")]
    [InlineData("""{"timeLimit":1}""", "unknown-property", "/options/timeLimit")]
    [InlineData("""{"seed":1,"seed":2}""", "duplicate-property", "/options/seed")]
    [InlineData("[]", "wrong-type", "/options")]
    public void Wrong_options_are_told_with_their_place(string options, string code, string place)
    {
        var fault = Assert.Single(Assert.Throws<InvalidInputException>(() => Read(options)).Faults);

        Assert.Equal((code, place), (fault.Code, fault.Place));
    }

    /// <summary>What the library can be asked for, the service can be asked for; what it can be told of itself alone is left out.</summary>
    [Fact]
    public void The_service_has_every_option_of_the_library()
    {
        var library = typeof(SolverOptions).GetProperties().Select(property => property.Name).Except(["Assertions", "Logger", "TimeProvider"]);
        var service = SolveSettings.Shape.Properties.Select(property => property.Name.Replace("Seconds", "", StringComparison.Ordinal)).ToList();

        Assert.All(library, name => Assert.Contains(name, service, StringComparer.OrdinalIgnoreCase));
    }

    [Property(MaxTest = 100)]
    public void What_is_written_reads_back(byte seconds, long work, ulong seed, byte threads)
    {
        var settings = new SolveSettings { TimeLimitSeconds = seconds % 61, WorkLimit = work & long.MaxValue, Seed = seed, Threads = 1 + threads, Target = work };

        Assert.Equal(settings, Read(Encoding.UTF8.GetString(ApiHost.Bytes(SolveSettings.Shape, settings))));
    }

    private static SolveSettings Read(string options) => new BerthKind().Requests.ReadJob(ApiHost.SolveBody(ApiHost.Week, options), new RequestLimits()).Settings;
}
