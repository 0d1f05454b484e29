using System.IO.Compression;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;

namespace BerthOpt.Tests.Empties.Flows.Formats;

public sealed class DimacsFormatTests
{
    private const string Good = "c a comment\nc\np min 3 2\nn\t1   4\nn 3 -4\na 1 2 0 4 5\na  2  3  1  -1  -2 \n";

    [Fact]
    public void A_file_is_read_with_any_white_space()
    {
        var problem = Read(Good).Problem;

        Assert.Equal("name", problem.Name);
        Assert.Equal([4, 0, -4], problem.Supplies);
        Assert.Equal([new FlowArc(0, 1, 0, 4, 5), new FlowArc(1, 2, 1, FlowProblem.Unlimited, -2)], problem.Arcs);
    }

    [Fact]
    public void Compressed_files_and_those_of_Windows_are_read_alike()
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Good.ReplaceLineEndings("\r\n")));
        }

        var instance = FlowFormats.Read("folder/name.min.gz", bytes.ToArray());

        Assert.Equal("name", instance.Problem.Name);
        Assert.Equal(Read(Good).Problem.Arcs, instance.Problem.Arcs);
        Assert.Equal("bad-gzip", Code(() => FlowFormats.Read("name.min.gz", new byte[] { 0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })));
    }

    [Theory]
    [InlineData("p min 3 2\na 1 2 0 4 5\n", "truncated", "line 3", "after 1 arcs; expected the 2")]
    [InlineData("p min 3 1\na 1 2 0 4 5\na 1 2 0 4 5\n", "wrong-count", "line 3", "more than the 1")]
    [InlineData("p min 3 1\na 1 4 0 4 5\n", "bad-number", "line 2", "has \"4\" for the head of an arc; expected a whole number from 1 to 3")]
    [InlineData("p min 3 1\na 0 2 0 4 5\n", "bad-number", "line 2", "the tail of an arc")]
    [InlineData("p min 3 1\na 1 2 0 4\n", "truncated", "line 2", "ends before the cost")]
    [InlineData("p min 3 1\na 1 2 0 4 5 6\n", "unexpected-token", "line 2", "\"6\" behind its last number")]
    [InlineData("p min 3 1\na 1 2 0 4 5.5\n", "bad-number", "line 2", "\"5.5\" for the cost")]
    [InlineData("p min 3 1\na 1 2 5 4 5\n", "out-of-range", "line 2", "below the least flow 5")]
    [InlineData("p min 3 1\na 1 2 0 99999999999999999999 5\n", "bad-number", "line 2", "the capacity")]
    [InlineData("p min 3 1\nn 1 4\nn 1 5\na 1 2 0 4 5\n", "duplicate-id", "line 3", "line 2 has already")]
    [InlineData("p min 3 1\nx 1\na 1 2 0 4 5\n", "unexpected-token", "line 2", "expected a, n or c")]
    [InlineData("p min 3 1\np min 3 1\na 1 2 0 4 5\n", "unexpected-token", "line 2", "one p line alone")]
    [InlineData("p min -3 1\n", "bad-number", "line 1", "the number of nodes")]
    [InlineData("p min 99999999 1\n", "bad-number", "line 1", "the number of nodes")]
    [InlineData("p min 3 60000000\n", "truncated", "line 2", "after 0 arcs")]
    [InlineData("p max 3 1\n", "unknown-format", "line 1", "of the kind \"max\"")]
    [InlineData("c p min 3 1\n", "truncated", "", "the p line")]
    [InlineData("n 1 4\np min 3 1\n", "unexpected-token", "line 1", "the p line first")]
    public void Faults_name_their_line_the_value_and_what_was_expected(string text, string code, string place, string words)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FlowFormats.Read("name.min", Encoding.UTF8.GetBytes(text), FlowFormat.Dimacs)).Faults[0];

        Assert.Equal(code, fault.Code);
        Assert.StartsWith(place, fault.Place, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_faults_are_told_at_once_but_not_without_end()
    {
        Assert.Equal(2, Assert.Throws<InvalidInputException>(() => Read("p min 2 2\na 1 9 0 1 1\na 1 2 0 1 x\n")).Faults.Length);
        var endless = "p min 2 9999\n" + string.Concat(Enumerable.Repeat("a 9 9 0 1 1\n", 9999));
        Assert.InRange(Assert.Throws<InvalidInputException>(() => Read(endless)).Faults.Length, 100, 110);
    }

    [Theory]
    [InlineData("goto_8_08a.min", 560870539)]
    [InlineData("netgen_8_10a.min", 369269289)]
    [InlineData("road_flow_01_DC_a.min", 96472800)]
    public void Published_instances_reach_their_optimum(string file, long optimum)
    {
        var path = PublicInstances.Files("empties/min-cost-flow", file).Single();

        Assert.Equal(optimum, FlowSolver.Solve(FlowFormats.Read(path).Problem).Cost);
    }

    [Fact]
    public void A_plan_survives_writing_and_reading()
    {
        var problem = Read(Good).Problem;
        var plan = FlowSolver.Solve(problem).Plan!;
        var json = new MemoryStream();
        FlowPlanDocument.Write(plan, 12, json);

        Assert.Equal("arc,flow\n1,4\n2,4\n", FlowPlanCsv.Write(plan));
        Assert.Equal(plan.Hash, FlowPlanCsv.Read(FlowPlanCsv.Write(plan), problem).Hash);
        Assert.Equal(plan.Potentials, FlowPlanDocument.Read(json.ToArray(), problem).Potentials);
    }

    [Theory]
    [InlineData("arc;flow\n1,4\n", "bad-header")]
    [InlineData("arc,flow\n1,4\n", "missing")]
    [InlineData("arc,flow\n1,4\n1,4\n2,4\n", "duplicate-id")]
    [InlineData("arc,flow\n1,4\n3,4\n", "bad-number")]
    [InlineData("arc,flow\n1,4.5\n2,4\n", "bad-number")]
    [InlineData("arc,flow\n1\n2,4\n", "wrong-count")]
    public void A_faulty_plan_is_refused(string text, string code) => Assert.Equal(code, Code(() => FlowPlanCsv.Read(text, Read(Good).Problem)));

    private static FlowInstance Read(string text) => FlowFormats.Read("name.min", Encoding.UTF8.GetBytes(text));

    private static string Code(Action act) => Assert.Throws<InvalidInputException>(act).Faults[0].Code;
}
