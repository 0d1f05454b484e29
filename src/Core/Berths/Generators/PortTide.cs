namespace BerthOpt.Berths;

/// <summary>
/// A semidiurnal tide: the five largest constituents of Shijiusuo (Yellow Sea), amplitudes rounded to centimetres, above a mean level
/// of 2.61 m; the phases are drawn, so it is a tide of that kind and no prediction of any day.
/// </summary>
/// <remarks>
/// Amplitudes after TICON-4 (M. Hart-Davis et al., SEANOE 109129, from GESLA-4 records), CC BY 4.0, through the tide database of
/// openwatersio. Speeds in degrees an hour are those of the standard harmonic development.
/// </remarks>
internal static class PortTide
{
    private const double MeanCentimetres = 261;

    // Name, amplitude in centimetres, speed in degrees an hour.
    private static readonly (string Name, double Amplitude, double Speed)[] Constituents =
    [
        ("M2", 144, 28.9841042),
        ("S2", 44, 30.0),
        ("N2", 28, 28.4397295),
        ("K1", 28, 15.0410686),
        ("O1", 22, 13.9430356),
    ];

    /// <summary>The level above chart datum at the start of each slot, in centimetres.</summary>
    public static int[] Levels(int slots, Rng rng)
    {
        var phases = Constituents.Select(_ => 360 * rng.NextDouble()).ToArray();
        var levels = new int[slots];
        for (var slot = 0; slot < slots; slot++)
        {
            var hours = slot / (double)PortScheme.SlotsPerHour;
            var level = MeanCentimetres;
            for (var index = 0; index < Constituents.Length; index++)
            {
                var degrees = (Constituents[index].Speed * hours) + phases[index];
                level += Constituents[index].Amplitude * Math.Cos(degrees * Math.PI / 180);
            }

            levels[slot] = (int)Math.Round(level);
        }

        return levels;
    }
}
