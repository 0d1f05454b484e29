using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

/// <summary>Every format is solved, and every malformed file ends with 3 and says where the fault is.</summary>
public sealed class SolveFormatsTests : IDisposable
{
    private static readonly Dictionary<string, string> Instances = new(StringComparer.Ordinal)
    {
        ["json"] = BerthFiles.Json(SampleProblem.Create()),
        ["dbap"] = "2 1\n0 0\n0\n3\n4\n100\n50 50\n",
        ["bacasp"] = "20 30 2 2\n10 0 10 1 1 1 1 1 2 4 2\n12 0 10 1 1 1 1 1 2 4 2\n",
        ["csbap"] = "% horizon\n20\n% length\n10\n% breaks\n5\n% vessels\n1 4 0 3 1\n2 5 0 3 1\n",
        ["santini"] = """{"n_ships":2,"n_berths":2,"n_periods":20,"ship_length":[1,2],"ship_arrival":[0,0],"ship_handling":[3,4]}""",
        ["ernst"] = "Vessels,2\nBegin,0,12\nEnd,6,18\nProcessing,3,4\nLength,1,1.5\nArrival,0,1\n",
        ["barcelona"] = """
            {"task_id":"w","quay":"q","first_section":0,"last_section":9,"section_m":50,
             "ships":[{"id":0,"sections":4,"arrival":0,"handling":5,"planned_hour":0,"planned_section":0,"due":10,"draught_m":10}],"blocks":[]}
            """,
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => [.. Instances.Keys];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_format_is_forgotten() => Assert.Equal(new BerthKind().Formats.Order(), Instances.Keys.Order());

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_plan_goes_out_and_comes_back_in_the_units_of_the_format(string format)
    {
        var file = _folder.Write("instance", Instances[format]);

        Assert.Equal(0, CliRun.Of("solve", file, "--work-limit", "20000", "--csv", _folder["plan.csv"], "--out", _folder["plan.json"]).ExitCode);
        Assert.Equal(0, CliRun.Of("solve", file, "--work-limit", "20000", "--format", format).ExitCode);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.csv"]).ExitCode);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.json"]).ExitCode);
    }

    [Theory]
    [InlineData("json", "Horizon", "/")]
    [InlineData("dbap", "50 50", "line ")]
    [InlineData("bacasp", "1 2 4 2\n12", "line 2")]
    [InlineData("csbap", "2 5 0 3 1", "line 9")]
    [InlineData("santini", "[1,2]", "/ship_length")]
    [InlineData("ernst", "1.5", "line 5")]
    [InlineData("barcelona", "\"arrival\":0", "/ships/0/arrival")]
    public void A_spoilt_value_ends_with_3_and_its_place(string format, string value, string place)
    {
        var spoilt = Instances[format].Replace(value, value.StartsWith('"') ? "\"arrival\":\"noon\"" : "\"noon\"", StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(spoilt, Instances[format]);
        var file = _folder.Write("spoilt", spoilt);

        CliRun.Of("solve", file, "--format", format, "--json").AssertRefused($"File \"{file}\" cannot be used", place);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_ends_too_early_ends_with_3_and_a_place(string format)
    {
        var whole = Instances[format].TrimEnd();
        foreach (var length in Enumerable.Range(1, 8).Select(eighth => whole.Length * eighth / 9))
        {
            var file = _folder.Write("torn", whole[..length]);

            var run = CliRun.Of("solve", file, "--format", format, "--time-limit", "0");

            // A torn file may by chance be whole in a smaller sense (a number cut short, optional blocks): then only the limit ends the run.
            Assert.True(run.ExitCode is 3 or 4, $"{length} characters gave {run.ExitCode}: {run.Error}");
            Assert.True(run.ExitCode == 4 || run.Error.Contains("line ") || run.Error.Contains("\n/"), run.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_of_another_format_ends_with_3(string format)
    {
        var file = _folder.Write("other", "Dear Sir or Madam,\nplease find enclosed\n");

        CliRun.Of("solve", file, "--format", format).AssertRefused(file);
    }

    [Fact]
    public void A_file_of_no_format_ends_with_3_and_the_formats_there_are() =>
        CliRun.Of("solve", _folder.Write("letter", "Dear Sir or Madam,\n")).AssertRefused("line 1", "dbap", "santini");

    [Theory]
    [InlineData("dbap", "setup", "soft or deadlines")]
    [InlineData("bacasp", "soft", "discrete or continuous or setup")]
    [InlineData("csbap", "soft", "none")]
    public void A_variant_that_the_format_lacks_ends_with_3(string format, string variant, string expected) =>
        CliRun.Of("solve", _folder.Write("instance", Instances[format]), "--variant", variant).AssertRefused(variant, expected);

    [Theory]
    [InlineData(new byte[] { 1, 0, 2 }, "is binary")]
    [InlineData(new byte[0], "is empty")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 }, "not text")]
    public void A_file_that_is_no_text_ends_with_3(byte[] bytes, string expected)
    {
        File.WriteAllBytes(_folder["x"], bytes);

        CliRun.Of("solve", _folder["x"]).AssertRefused(_folder["x"], expected);
    }

    [Fact]
    public void A_folder_ends_with_3() => CliRun.Of("solve", _folder.Path).AssertRefused(_folder.Path, "is a folder");
}
