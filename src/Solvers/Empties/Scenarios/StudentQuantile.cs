namespace BerthOpt.Empties.Scenarios;

/// <summary>The 97.5 % quantile of Student's t distribution: a mean of few numbers lies in 95 of 100 cases within so many of its standard errors.</summary>
internal static class StudentQuantile
{
    private const double Normal = 1.959963984540054;

    private static readonly double[] Few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622];

    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Of(int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        if (freedom <= Few.Length)
        {
            return Few[freedom - 1];
        }

        // Cornish-Fisher series in 1 / freedom (Abramowitz and Stegun 1964, 26.7.5).
        var (z, square, part) = (Normal, Normal * Normal, 1.0 / freedom);
        var first = z * (square + 1) / 4;
        var second = z * ((((5 * square) + 16) * square) + 3) / 96;
        var third = z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        return z + (part * (first + (part * (second + (part * third)))));
    }
}
