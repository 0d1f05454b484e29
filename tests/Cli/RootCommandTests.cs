namespace BerthOpt.Tests.Cli;

public sealed class RootCommandTests
{
    [Fact]
    public void Help_is_not_an_error() => Assert.Empty(BerthOpt.Cli.Program.Root().Parse("--help").Errors);

    [Fact]
    public void An_unknown_command_is_an_error() => Assert.NotEmpty(BerthOpt.Cli.Program.Root().Parse("no-such-command").Errors);
}
