using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;
using BerthOpt.Search;

namespace BerthOpt.Tests.Empties.Formats;

public sealed class LinerlibFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("linerlib").FullName;

    public LinerlibFolderTests()
    {
        Write("ports.csv", "UNLocode\tname\tCountry\tCabotage_Region\tD_Region\tLongitude\tLatitude\tDraft\tCostPerFULL\tCostPerFULLTrnsf\tPortCallCostFixed\tPortCallCostPerFFE",
            "AAAAA\tA\tX\tX\tWest\t0\t0\t10\t100.00\t1\t1\t1", "BBBBB\tB\tX\tX\tWest\t0\t0\t10\t80.00\t1\t1\t1", "CCCCC\tC\tX\tX\tEast\t0\t0\t10\t60.50\t1\t1\t1");
        Write("dist_dense.csv", "fromUNLOCODe\tToUNLOCODE\tDistance\tDraft\tIsPanama\tIsSuez", "AAAAA\tBBBBB\t300\t\t0\t0", "AAAAA\tCCCCC\t4000\t\t0\t0", "AAAAA\tCCCCC\t3000\t9\t0\t1", "BBBBB\tCCCCC\t3100\t\t0\t0");
        Write("fleet_data.csv", "Vessel class\tCapacity FFE\tTC rate daily (fixed Cost)\tdraft\tminSpeed\tmaxSpeed\tdesignSpeed\tBunker ton per day at designSpeed\tIdle Consumption ton/day\tpanamaFee\tsuezFee", "F\t450\t5000\t8\t10\t14\t12\t18.8\t2.4\t1\t1");
        Write("Demand_Tiny.csv", "Origin\tDestination\tFFEPerWeek\tRevenue_1\tTransitTime", "AAAAA\tCCCCC\t 70 \t1\t1", "CCCCC\tAAAAA\t14\t1\t1", "BBBBB\tCCCCC\t7\t1\t1");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Cargo_asks_for_empties_and_gives_them_back()
    {
        var problem = LinerlibFolder.Read(folder, "Tiny", 4);

        Assert.Equal(["AAAAA", "CCCCC", "BBBBB"], problem.Locations.Select(location => location.Id));
        Assert.Equal((28, 4 * 70, 4 * 14), (problem.Periods, problem.Demands.Where(demand => demand.Location == 0).Sum(demand => demand.Count), problem.Supplies.Where(supply => supply.Location == 0).Sum(supply => supply.Count)));

        // One feeder from A to B, one main line between West and East; from A to C go 70 boxes a week with those from B, of 450.
        var main = problem.Voyages.First(voyage => voyage.Mode == TransportMode.Vessel);
        Assert.Contains(problem.Voyages, voyage => voyage.Mode == TransportMode.Feeder);
        Assert.Contains(main.Legs, leg => leg.Room.Teu == (450 - 77) * 200);
        Assert.Equal(SolveStatus.Optimal, EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null }).Status);
        Assert.Equal(3, LinerlibFolder.Read(folder, "Tiny", 1, 3).Types.Length);
    }

    [Theory]
    [InlineData("Demand_Tiny.csv", "Origin\tDestination\tFFEPerWeek\tRevenue_1\tTransitTime", "AAAAA\tZZZZZ\t7\t1\t1", "unknown-id")]
    [InlineData("Demand_Tiny.csv", "Origin\tDestination\tFFEPerWeek\tRevenue_1\tTransitTime", "AAAAA\tCCCCC\tmany\t1\t1", "bad-number")]
    [InlineData("Demand_Tiny.csv", "From\tTo", "AAAAA\tCCCCC", "bad-header")]
    [InlineData("ports.csv", "UNLocode", "AAAAA", "bad-header")]
    public void Faults_are_told_with_their_file(string file, string header, string row, string code)
    {
        Write(file, header, row);

        var refused = Assert.Throws<InvalidInputException>(() => LinerlibFolder.Read(folder, "Tiny"));
        Assert.Contains(refused.Faults, fault => fault.Code == code);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.Throws<InvalidInputException>(() => LinerlibFolder.Read(folder, "Nowhere"));

    [Fact]
    public void The_published_instances_are_read()
    {
        // The file without this name has lost the separators of thousands.
        var files = PublicInstances.Files("empties/linerlib", "Demand_*.csv").Where(file => !file.EndsWith("Demand_WorldSmall.csv", StringComparison.Ordinal));
        Assert.All(files, file => Assert.NotEmpty(LinerlibFolder.Read(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file)[7..], 2).Voyages));
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);
}
