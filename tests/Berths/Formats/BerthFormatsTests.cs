using System.Text;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Tests;

public sealed class BerthFormatsTests
{
    public static TheoryData<BerthFormat, string> Samples { get; } = new(FormatSamples.All.Select(sample => (sample.Format, sample.Text)));

    private static readonly BerthProblem Plain = FormatSamples.Read(FormatSamples.Csbap).Problem;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Tells_the_format_from_the_content(BerthFormat format, string text) => Assert.Equal(format, FormatSamples.Read(text).Format);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_byte_order_mark_and_other_line_ends_change_nothing(BerthFormat format, string text)
    {
        var changed = FormatSamples.Read("\uFEFF" + text.ReplaceLineEndings("\r\n"));

        Assert.Equal(format, changed.Format);
        Assert.Null(BerthFacts.Difference(FormatSamples.Read(text).Problem, changed.Problem));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_other_format_refuses_the_text(BerthFormat format, string text)
    {
        foreach (var (other, _) in FormatSamples.All.Where(sample => sample.Format != format))
        {
            Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text, other));
        }
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData(" \r\n\t", "empty-file")]
    [InlineData("hello world", "unknown-format")]
    [InlineData("a\0b", "not-text")]
    public void Says_why_a_text_is_no_instance(string text, string code) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text)).Faults).Code);

    [Fact]
    public void Bytes_that_are_no_text_are_named()
    {
        var fault = Assert.Single(Assert.Throws<InvalidInputException>(() => BerthFormats.Read("x", (byte[])[(byte)'1', (byte)'\n', 0xFF, 0x31])).Faults);

        Assert.Equal(("not-text", "line 2"), (fault.Code, fault.Place));
        Assert.Contains("0xFF at byte 2", fault.Message);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault() =>
        Assert.Equal("unreadable-file", Assert.Single(Assert.Throws<InvalidInputException>(() => BerthFormats.Read(Path.Combine(Path.GetTempPath(), "no such folder", "no such file"))).Faults).Code);

    [Fact]
    public void An_unknown_variant_is_refused_with_the_known_ones()
    {
        Assert.Contains("soft or deadlines", Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.Dbap, variant: "hard")).Message);
        Assert.Contains("expected none", Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.Csbap, variant: "hard")).Message);
    }

    public static TheoryData<string, BerthFormat, string> Unsayable { get; } = new()
    {
        { "optional", BerthFormat.Csbap, nameof(BerthFeatures.OptionalCalls) },
        { "closure", BerthFormat.Csbap, nameof(BerthFeatures.Closures) },
        { "clearance", BerthFormat.Csbap, nameof(BerthFeatures.Clearances) },
        { "two quays", BerthFormat.Csbap, nameof(BerthFeatures.SeveralQuays) },
        { "plain", BerthFormat.Dbap, nameof(BerthFeatures.ContinuousQuay) },
        { "plain", BerthFormat.Ernst, nameof(BerthFeatures.Breaks) },
        { "waiting", BerthFormat.Csbap, "/calls/0/rates/waiting" },
        { "weight", BerthFormat.Csbap, "/calls/2/rates/waiting" },
        { "constant", BerthFormat.Csbap, "/objective/constant" },
        { "quay closes", BerthFormat.Barcelona, nameof(BerthFeatures.OpeningTimes) },
        { "plain without breaks", BerthFormat.Ernst, "cannot say" },
        { "plain without breaks", BerthFormat.Bacasp, "cannot say" },
        { "plain without breaks", BerthFormat.Barcelona, "/grid" },
    };

    /// <summary>The barcelona case: a horizon of its own would be said before the grid, so the problem gets the one that the format implies.</summary>
    [Theory]
    [MemberData(nameof(Unsayable))]
    public void Names_what_a_format_cannot_say(string change, BerthFormat format, string named)
    {
        var parts = Plain.Parts;
        var first = parts.Calls[0];
        var changed = new BerthProblem(change switch
        {
            "optional" => parts with { Calls = parts.Calls.SetItem(0, first with { Optional = true }) },
            "closure" => parts with { Closures = [new Closure { Quay = 0, Sections = new Interval(0, 1), Slots = new Interval(0, 1) }] },
            "clearance" => parts with { Clearances = new Clearances { HullSections = 1 } },
            "two quays" => parts with { Quays = parts.Quays.Add(new Quay { Id = "second", Length = 5 }) },
            "waiting" => parts with { Calls = parts.Calls.SetItem(0, first with { Rates = first.Rates with { Waiting = 7 } }) },
            "weight" => parts with { Calls = parts.Calls.SetItem(2, parts.Calls[2] with { Rates = new Rates { Waiting = 9, Stay = 3 } }) },
            "constant" => parts with { Objective = new Objective { Constant = 5 } },
            "quay closes" => parts with { Quays = [parts.Quays[0] with { Close = 30 }] },
            "plain without breaks" => parts with
            {
                Quays = [parts.Quays[0] with { Breaks = [] }],
                Horizon = format == BerthFormat.Barcelona ? 18 : 40,
                Calls = [.. parts.Calls.Select(call => call with { Rates = new Rates { Lateness = call.Length }, Due = 9 })],
                Baseline = format == BerthFormat.Barcelona ? new Baseline { Entries = [null, null, null] } : null,
                Grid = new Grid { MinutesPerSlot = 15 },
            },
            _ => parts,
        });

        Assert.Contains(named, Assert.Throws<InvalidInputException>(() => BerthFormats.Write(new BerthInstance { Problem = changed, Format = format })).Message);
    }

    [Fact]
    public void A_problem_of_another_origin_is_written_where_the_format_can_say_it()
    {
        var parts = Plain.Parts with { Name = "other", Objective = new Objective { Waiting = 2, Stay = 2 }, Calls = [.. Plain.Calls.Select(call => call with { Id = $"ship {call.Id}" })] };
        var text = BerthFormats.Write(new BerthInstance { Problem = new BerthProblem(parts), Format = BerthFormat.Csbap });

        Assert.Equal([4, 2, 6], FormatSamples.Read(text).Problem.Calls.Select(call => call.Rates.Stay));
    }

    [Fact]
    public void The_greatest_file_is_named()
    {
        var bytes = Encoding.UTF8.GetBytes(new string(' ', SourceText.MostBytes + 1));

        Assert.Contains("at most 67108864", Assert.Throws<InvalidInputException>(() => BerthFormats.Read("x", bytes)).Message);
    }
}
