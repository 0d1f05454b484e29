using BerthOpt.Cli.Problems;

namespace BerthOpt.Tests.Cli.Problems;

public sealed class ProblemKindsTests
{
    [Theory]
    [InlineData("berths-discrete/cordeau-i2", "berths")]
    [InlineData("berths-discrete/lalla-ruiz-f", "berths")]
    [InlineData("berths-cranes/bacasp-GenMB", "berths")]
    [InlineData("berths-continuous/csbap", "berths")]
    [InlineData("berths-hybrid/santini", "berths")]
    [InlineData("berths-tidal/ernst", "berths")]
    [InlineData("cranes/kim-park", "cranes")]
    [InlineData("cranes/qcspgen-orig", "cranes")]
    [InlineData("cranes/qcspgen-derived", "cranes")]
    [InlineData("cranes/qcspgen-py/set_A", "cranes")]
    [InlineData("cranes/jooken", "cranes")]
    public void The_content_of_a_published_instance_tells_its_kind(string set, string expected) =>
        Assert.All(PublicInstances.Files(set).Take(12), file => Assert.Equal(expected, ProblemKinds.Open(file).Kind));

    [Fact]
    public void A_format_of_another_problem_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("x", "4 2\n10\n20\n30\n40\n");

        CliRun.Of("solve", file, "--problem", "berths", "--format", "jooken").AssertRefused("--format is \"jooken\"", "--problem berths");
    }
}
