using System.Text;
using System.Text.RegularExpressions;
using BerthOpt.Berths;
using BerthOpt.Documents;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Berths;

public sealed class DocumentPageTests
{
    public static TheoryData<string> ShapeNames => [.. Shapes.Select(shape => shape.Name)];

    private static IEnumerable<Shape> Shapes => DocumentVocabulary.Shapes(BerthDocumentShape.Shape).Concat(DocumentVocabulary.Shapes(BerthPlanDocumentShape.Shape))
        .Concat(DocumentVocabulary.Shapes(BerthExplanationShape.Shape)).Concat(DocumentVocabulary.Shapes(BerthConflictDocument.Shape))
        .Concat(DocumentVocabulary.Shapes(ReplanDocumentShape.Shape)).DistinctBy(shape => shape.Name);

    /// <summary>When this fails after a change of a property, the expected table is the text to put on the page.</summary>
    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void The_page_has_the_properties_of(string name) =>
        Assert.Contains(DocumentPage.Table(Shapes.First(shape => shape.Name == name)), DocumentPage.Text, StringComparison.Ordinal);

    [Fact]
    public void The_examples_are_a_problem_and_a_valid_plan_of_it()
    {
        var problem = BerthDocument.Read(Encoding.UTF8.GetBytes(DocumentPage.Examples[0]));
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(DocumentPage.Examples[1]), problem);

        var check = BerthChecker.Check(problem, plan);

        Assert.Empty(check.Faults);
        using var written = new MemoryStream();
        BerthPlanDocument.Write(problem, plan, check.Cost, written, indented: true);
        Assert.Equal(Squeezed(DocumentPage.Examples[1]), Squeezed(Encoding.UTF8.GetString(written.ToArray())));
    }

    [Fact]
    public void The_example_of_changes_is_one_of_the_plan()
    {
        var problem = BerthDocument.Read(Encoding.UTF8.GetBytes(DocumentPage.Examples[0]));
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(DocumentPage.Examples[1]), problem);

        var replan = BerthReplanDocument.Read(Encoding.UTF8.GetBytes(DocumentPage.Examples[2]), problem, plan);

        Assert.Equal(7, replan.Events.Select(happened => happened.GetType()).Distinct().Count());
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        BerthReplanDocument.Write(problem, replan, written);
        Assert.Equal(Squeezed(DocumentPage.Examples[2]), Squeezed(Encoding.UTF8.GetString(written.WrittenSpan)));
    }

    [Fact]
    public void The_page_on_errors_explains_every_code_of_an_input_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "errors.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("Input", StringComparison.Ordinal));
        var explained = Regex.Matches(section, @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Distinct().Order();

        // Codes are the only literals of this form in the files that read.
        string[] folders = ["src/Core/Documents", "src/Core/Diagnostics", "src/Core/Berths/Documents", "src/Core/Cranes/Documents", "src/Core/Empties/Documents"];
        string[] rules = ["BerthRules", "CraneRules", "EmptiesRules", "WorkloadRules", "BayWorkShape", "ReplanRules"];
        var given = SourceFile.All
            .Where(file => Array.Exists(folders, file.IsIn) || Array.Exists(rules, name => file.Name.StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(file => Regex.Matches(file.Code, "\"([a-z]+(-[a-z]+)+)\""))
            .Select(match => match.Groups[1].Value)
            .Append("missing")
            .Distinct()
            .Order();

        Assert.Equal(given, explained);
    }

    private static string Squeezed(string json) => Regex.Replace(json, @"\s+", "");
}
