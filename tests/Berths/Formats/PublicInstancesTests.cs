using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;

namespace BerthOpt.Tests;

/// <summary>Every published instance that is at hand is read, and written back as it was.</summary>
public sealed class PublicInstancesTests
{
    [Theory]
    [InlineData("berths-discrete/cordeau-i2", BerthFormat.Dbap)]
    [InlineData("berths-discrete/lalla-ruiz-f", BerthFormat.Dbap)]
    [InlineData("berths-discrete/kramer-f", BerthFormat.Dbap)]
    [InlineData("berths-cranes/bacasp-GenMB", BerthFormat.Bacasp)]
    [InlineData("berths-cranes/bacasp-GenPK", BerthFormat.Bacasp)]
    [InlineData("berths-cranes/bacasp-LargeMB", BerthFormat.Bacasp)]
    [InlineData("berths-continuous/csbap", BerthFormat.Csbap)]
    [InlineData("berths-hybrid/santini", BerthFormat.Santini)]
    [InlineData("berths-tidal/ernst", BerthFormat.Ernst)]
    [InlineData("berths-replan/barcelona-weeks", BerthFormat.Barcelona)]
    public void Are_read_and_written_back(string set, BerthFormat format)
    {
        foreach (var file in PublicInstances.Files(set))
        {
            var variants = BerthFormats.Variants(format);
            foreach (var variant in variants.IsEmpty ? [null] : variants.Where(variant => variant != "setup" || set.EndsWith("LargeMB", StringComparison.Ordinal)).Cast<string?>())
            {
                var instance = BerthFormats.Read(file, variant: variant);
                Assert.Equal(format, instance.Format);
                var text = BerthFormats.Write(instance);
                Assert.Null(BerthFacts.Difference(instance.Problem, BerthFormats.Read("again", Encoding.UTF8.GetBytes(text), format, variant).Problem));
                var original = File.ReadAllText(file);
                if (format is BerthFormat.Santini or BerthFormat.Barcelona)
                {
                    Assert.True(JsonNode.DeepEquals(JsonNode.Parse(original), JsonNode.Parse(text)), file);
                }
                else
                {
                    Assert.Equal(Words(original, format), Words(text, format));
                }
            }
        }
    }

    /// <summary>The file names its optimal plan, as ship, hour and section, and its cost.</summary>
    [Fact]
    public void The_published_plan_of_a_barcelona_week_costs_what_is_published()
    {
        foreach (var file in PublicInstances.Files("berths-replan/barcelona-weeks"))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var instance = BerthFormats.Read(file);
            var csv = new StringBuilder("vessel,berth,position,start,end,cranes\n");
            foreach (var row in document.RootElement.GetProperty("optimal_plan").EnumerateArray())
            {
                var (ship, hour, section) = (row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt32());
                csv.Append($"{ship + 1},,{section},{hour},{hour + instance.Problem.Calls[ship].Handling.Work[0]},\n");
            }

            var check = BerthChecker.Check(instance.Problem, BerthPlanCsv.Read(csv.ToString(), instance));
            Assert.Empty(check.Faults);
            Assert.Equal(document.RootElement.GetProperty("optimal_cost").GetInt64(), check.Cost.Total);
        }
    }

    /// <summary>The words of a file; lengths of tidal instances lose the noise of floating-point numbers.</summary>
    private static IEnumerable<string> Words(string text, BerthFormat format)
    {
        var words = text.Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        return format == BerthFormat.Ernst ? words.Select(word => decimal.TryParse(word, out var number) ? decimal.Round(number, 8).ToString("0.####") : word) : words;
    }
}
