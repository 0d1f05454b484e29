using System.Collections.Immutable;

namespace BerthOpt.Empties.Generators;

/// <summary>A ring of calls that is sailed every week, and its voyages within a plan.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="Mode">What sails.</param>
/// <param name="Calls">Locations in the order of their calls; the last leg leads back to the first.</param>
/// <param name="Days">Days of the leg behind each call, a day in port included.</param>
/// <param name="Room">Hundredths of a TEU that laden cargo usually leaves on each leg.</param>
/// <param name="FirstDay">Day of the week of the first call.</param>
internal sealed record WeeklyRing(string Name, TransportMode Mode, int[] Calls, int[] Days, int[] Room, int FirstDay)
{
    private const int CostPerDay = 4;
    private const int GramsPerTeuAndDay = 45_000;

    /// <summary>Every voyage that has a leg which begins within the plan; one that began before it is cut to what is left of it.</summary>
    /// <param name="weeks">Weeks of the plan.</param>
    /// <param name="rng">Draws how full a ship is from week to week; null where it always is as full.</param>
    public IEnumerable<Voyage> Voyages(int weeks, Rng? rng = null)
    {
        var round = Days.Sum();
        for (var week = -((round + 6) / 7); week < weeks; week++)
        {
            var stops = ImmutableArray.CreateBuilder<VoyageStop>();
            var legs = ImmutableArray.CreateBuilder<VoyageLeg>();
            var day = (7 * week) + FirstDay;
            for (var call = 0; call <= Calls.Length; call++)
            {
                // How full a ship is differs from week to week.
                var share = rng?.Next(70, 131) ?? 100;
                if (day >= 0 && (stops.Count > 0 || (day < 7 * weeks && call < Calls.Length)))
                {
                    stops.Add(new VoyageStop(Calls[call % Calls.Length], day, day));
                    if (call < Calls.Length)
                    {
                        legs.Add(new VoyageLeg { Room = new Room { Teu = (int)((long)Room[call] * share / 100) / 100 * 100 }, Cost = 10 + (CostPerDay * Days[call]), Co2Grams = GramsPerTeuAndDay * Days[call] });
                    }
                }

                day += call < Calls.Length ? Days[call] : 0;
            }

            if (stops.Count >= 2)
            {
                yield return new Voyage { Id = $"{Name} week {week + 1}", Service = Name, Mode = Mode, Stops = stops.ToImmutable(), Legs = legs.ToImmutable() };
            }
        }
    }
}
