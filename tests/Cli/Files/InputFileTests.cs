using BerthOpt.Cli;
using BerthOpt.Cli.Files;

namespace BerthOpt.Tests.Cli.Files;

public sealed class InputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_byte_order_mark_is_not_text()
    {
        File.WriteAllBytes(_folder["bom.txt"], [0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Equal("a", InputFile.Read(_folder["bom.txt"]).Text());
    }

    [Fact]
    public void A_missing_file_is_named() => AssertFault("none.json", "does not exist");

    [Fact]
    public void A_folder_is_named()
    {
        Directory.CreateDirectory(_folder["folder"]);
        AssertFault("folder", "is a folder");
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        _folder.Write("empty.json", "");
        AssertFault("empty.json", "is empty");
    }

    [Fact]
    public void A_binary_file_is_named()
    {
        File.WriteAllBytes(_folder["x.bin"], [65, 0, 66]);
        AssertFault("x.bin", "is binary (byte 1 is zero)");
    }

    [Fact]
    public void A_file_in_another_encoding_is_named()
    {
        File.WriteAllBytes(_folder["latin.txt"], [65, 0xE4, 66]);
        AssertFault("latin.txt", "is not UTF-8 text (at byte 1)");
    }

    [Fact]
    public void A_device_without_an_end_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device.");
        Assert.Contains("\"/dev/zero\" has more than", Assert.Throws<UsageException>(() => InputFile.Read("/dev/zero")).Message);
    }

    private void AssertFault(string name, string expected)
    {
        var message = Assert.Throws<UsageException>(() => InputFile.Read(_folder[name]).Text()).Message;
        Assert.Contains(_folder[name], message);
        Assert.Contains(expected, message);
    }
}
