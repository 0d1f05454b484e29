namespace BerthOpt.Empties.Generators;

/// <summary>What importers bring back and exporters ask for at one location, week after week.</summary>
internal static class TradeForecast
{
    /// <summary>Adds the returns and the exports of one location and type, on a few days of each week, with quantiles a quarter away.</summary>
    public static void Add(List<Supply> supplies, List<Demand> demands, int location, int type, int weeklyImports, int weeklyExports, int shortageCost, int weeks, Rng rng)
    {
        var (returnDay, exportDay) = (rng.Next(7), rng.Next(7));
        for (var week = 0; week < weeks; week++)
        {
            for (var part = 0; part < 2; part++)
            {
                var (imports, exports) = (Part(weeklyImports, rng), Part(weeklyExports, rng));
                var supplied = (7 * week) + ((returnDay + (3 * part)) % 7);
                var asked = (7 * week) + ((exportDay + (4 * part)) % 7);
                if (imports > 0)
                {
                    supplies.Add(new Supply { Location = location, Type = type, Period = supplied, Count = imports, Low = imports - (imports / 4), High = imports + (imports / 4) });
                }

                if (exports > 0)
                {
                    demands.Add(new Demand { Location = location, Type = type, Period = asked, Count = exports, Low = exports - (exports / 4), High = exports + (exports / 4), ShortageCost = shortageCost });
                }
            }
        }
    }

    // Half of the week, give or take a fifth.
    private static int Part(int weekly, Rng rng) => weekly * rng.Next(40, 61) / 100;
}
