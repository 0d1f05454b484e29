using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using BerthOpt.Cranes;
using BerthOpt.Documents;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneDocumentPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "cranes-document.md"));

    private static readonly string[] Examples = [.. Regex.Matches(Page, "^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    public static TheoryData<string> ShapeNames => [.. Shapes.Select(shape => shape.Name).Distinct()];

    private static IEnumerable<Shape> Shapes =>
        DocumentVocabulary.Shapes(CraneDocumentShape.Shape).Concat(DocumentVocabulary.Shapes(CranePlanDocumentShape.Shape)).Concat(DocumentVocabulary.Shapes(BayWorkloadShape.Shape)).Concat(DocumentVocabulary.Shapes(CraneExplanationShape.Shape)).DistinctBy(shape => shape.Name);

    /// <summary>When this fails after a change of a property, the expected table is the text to put on the page.</summary>
    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void The_page_has_the_properties_of(string name) =>
        Assert.Contains(DocumentPage.Table(Shapes.First(shape => shape.Name == name)), Page, StringComparison.Ordinal);

    [Fact]
    public void The_examples_are_a_problem_a_valid_plan_of_it_and_a_workload()
    {
        var problem = CraneDocument.Read(Encoding.UTF8.GetBytes(Examples[0]));
        var plan = CranePlanDocument.Read(Encoding.UTF8.GetBytes(Examples[1]), problem);

        var check = CraneChecker.Check(problem, plan);

        Assert.Empty(check.Faults);
        var written = new ArrayBufferWriter<byte>();
        CranePlanDocument.Write(problem, plan, check.Cost, written);
        Assert.Equal(Squeezed(Examples[1]), Squeezed(Encoding.UTF8.GetString(written.WrittenSpan)));
        Assert.NotEmpty(BayWorkloadDocument.Read(Encoding.UTF8.GetBytes(Examples[2])).ToProblem().Tasks);
    }

    private static string Squeezed(string json) => Regex.Replace(json, @"\s+", "");
}
