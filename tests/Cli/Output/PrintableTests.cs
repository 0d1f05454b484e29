using BerthOpt.Cli.Output;

namespace BerthOpt.Tests.Cli.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Zoë 港, 1 week", "Zoë 港, 1 week")]
    [InlineData("\u001b[2Jgone\r\n", "\\u001b[2Jgone\\u000d\\u000a")]
    public void What_a_terminal_would_obey_is_written_out(string text, string expected) => Assert.Equal(expected, Printable.Of(text));

    [Fact]
    public void What_is_longer_than_a_screen_is_cut_off() => Assert.Equal(2003, Printable.Of(new string('x', 1_000_000)).Length);
}
