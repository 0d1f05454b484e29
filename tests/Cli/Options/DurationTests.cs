using BerthOpt.Cli.Options;

namespace BerthOpt.Tests.Cli.Options;

public sealed class DurationTests
{
    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("500ms", 500)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("3", 3_000)]
    [InlineData("1.5", 1_500)]
    [InlineData("0.5m", 30_000)]
    [InlineData("0", 0)]
    [InlineData("10000h", 36_000_000_000)]
    public void A_duration_is_read(string text, long milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("ten")]
    [InlineData("-1s")]
    [InlineData("10 s")]
    [InlineData("1d")]
    [InlineData("1e3")]
    [InlineData("1,5s")]
    [InlineData("NaN")]
    [InlineData("10001h")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336")]
    public void Anything_else_is_refused(string text) => Assert.False(Duration.TryParse(text, out _));
}
