using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class JsonFormatTests
{
    public static TheoryData<string> Texts { get; } = new(FormatSamples.All.Select(sample => sample.Text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Says_what_any_other_format_says(string text)
    {
        var instance = FormatSamples.Read(text) with { Format = BerthFormat.Json, Variant = "" };
        var again = FormatSamples.Read(BerthFormats.Write(instance));

        Assert.Equal(BerthFormat.Json, again.Format);
        Assert.Null(BerthFacts.Difference(instance.Problem, again.Problem));
        Assert.Equal(instance.Problem.Name, again.Problem.Name);
    }

    [Fact]
    public void Plans_are_in_minutes_and_metres()
    {
        var instance = FormatSamples.Read(FormatSamples.Json);
        var plan = new BerthPlan([new Assignment(0, -1, 0, 1, 6), new Assignment(0, -1, 3, 4, 8), null]);

        Assert.Equal("vessel,berth,position,start,end,cranes\n1,,0,60,360,\n2,,126,240,480,\n3,,,,,\n", BerthPlanCsv.Write(plan, instance));
        Assert.Equal(plan.Assignments, BerthPlanCsv.Read(BerthPlanCsv.Write(plan, instance), instance).Assignments);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"quays\":[]}")]
    public void Any_other_object_is_a_faulty_document(string text) =>
        Assert.Equal(
            Assert.Throws<InvalidInputException>(() => BerthDocument.Read(System.Text.Encoding.UTF8.GetBytes(text))).Faults,
            Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text)).Faults);
}
