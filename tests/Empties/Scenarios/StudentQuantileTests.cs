using BerthOpt.Empties.Scenarios;

namespace BerthOpt.Tests.Empties.Scenarios;

public sealed class StudentQuantileTests
{
    /// <summary>Values of the printed tables (Abramowitz and Stegun 1964, table 26.10).</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(9, 2.262)]
    [InlineData(10, 2.228)]
    [InlineData(20, 2.086)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    [InlineData(1_000_000, 1.960)]
    public void It_is_that_of_the_tables(int freedom, double quantile) => Assert.Equal(quantile, StudentQuantile.Of(freedom), 3);

    [Fact]
    public void It_needs_two_numbers() => Assert.Throws<ArgumentOutOfRangeException>(() => StudentQuantile.Of(0));
}
