using BerthOpt.Cli;
using BerthOpt.Cli.Files;

namespace BerthOpt.Tests.Cli.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_path_is_no_file() => Assert.Null(OutputFile.At(null));

    [Fact]
    public void A_file_is_replaced_whole_and_nothing_else_is_left()
    {
        _folder.Write("plan.json", "something much longer than what follows");

        OutputFile.At(_folder["plan.json"])!.Write("short");

        Assert.Equal("short", File.ReadAllText(_folder["plan.json"]));
        Assert.Equal([_folder["plan.json"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Looking_creates_nothing()
    {
        Assert.NotNull(OutputFile.At(_folder["plan.json"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        _folder.Write("real.json", "old");
        File.CreateSymbolicLink(_folder["link.json"], _folder["real.json"]);

        OutputFile.At(_folder["link.json"])!.Write("new");

        Assert.Equal("new", File.ReadAllText(_folder["real.json"]));
        Assert.NotNull(new FileInfo(_folder["link.json"]).LinkTarget);
    }

    [Fact]
    public void A_device_is_written_and_stays_a_device()
    {
        if (!File.Exists("/dev/null"))
        {
            Assert.Skip("This system has no /dev/null.");
        }

        OutputFile.At("/dev/null")!.Write("gone");

        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void A_missing_folder_is_refused() => AssertFault("none/plan.json", "does not exist");

    [Fact]
    public void A_folder_is_refused() => AssertFault("", "is a folder");

    [Fact]
    public void A_file_in_a_file_is_refused()
    {
        _folder.Write("file", "");
        AssertFault("file/plan.json", "does not exist");
    }

    [Fact]
    public void The_input_is_not_overwritten()
    {
        var input = _folder.Write("problem.json", "{}");
        var fault = Assert.Throws<UsageException>(() => OutputFile.At(System.IO.Path.Combine(_folder.Path, ".", "problem.json"), input));
        Assert.Contains("is also read", fault.Message);
    }

    [Fact]
    public void Two_outputs_do_not_share_a_file()
    {
        var fault = Assert.Throws<UsageException>(() => OutputFile.All([], _folder["a"], null, _folder["a"]));
        Assert.Contains("named for 2 outputs", fault.Message);
    }

    private void AssertFault(string name, string expected)
    {
        var message = Assert.Throws<UsageException>(() => OutputFile.At(_folder[name])).Message;
        Assert.Contains(_folder[name], message);
        Assert.Contains(expected, message);
    }
}
