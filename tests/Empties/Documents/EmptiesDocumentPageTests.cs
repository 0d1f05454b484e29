using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using BerthOpt.Documents;
using BerthOpt.Empties;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesDocumentPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "empties-document.md"));

    private static readonly string[] Examples = [.. Regex.Matches(Page, "^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    public static TheoryData<string> ShapeNames => [.. Shapes.Select(shape => shape.Name).Distinct()];

    private static IEnumerable<Shape> Shapes =>
        DocumentVocabulary.Shapes(EmptiesDocumentShape.Shape).Concat(DocumentVocabulary.Shapes(EmptiesPlanDocumentShape.Shape)).Concat(DocumentVocabulary.Shapes(EmptiesExplanationShape.Shape)).DistinctBy(shape => shape.Name);

    /// <summary>When this fails after a change of a property, the expected table is the text to put on the page.</summary>
    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void The_page_has_the_properties_of(string name) =>
        Assert.Contains(DocumentPage.Table(Shapes.First(shape => shape.Name == name)), Page, StringComparison.Ordinal);

    [Fact]
    public void The_examples_are_a_problem_and_a_valid_plan_of_it()
    {
        var problem = EmptiesDocument.Read(Encoding.UTF8.GetBytes(Examples[0]));
        var plan = EmptiesPlanDocument.Read(Encoding.UTF8.GetBytes(Examples[1]), problem);

        var check = EmptiesChecker.Check(problem, plan);

        Assert.Empty(check.Faults);
        var written = new ArrayBufferWriter<byte>();
        EmptiesPlanDocument.Write(problem, plan, check.Cost, written);
        Assert.Equal(Squeezed(Examples[1]), Squeezed(Encoding.UTF8.GetString(written.WrittenSpan)));
    }

    private static string Squeezed(string json) => Regex.Replace(json, @"\s+", "");
}
