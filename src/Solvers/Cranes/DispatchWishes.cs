namespace BerthOpt.Cranes;

/// <summary>What counts, beside prices, where cranes are sent: drawn at random, and changed little by little where that makes better plans.</summary>
internal sealed class DispatchWishes
{
    private const double MostUrgency = 12;
    private const double LeastFloor = 0.01;
    private const double MostSpread = 0.5;
    private const int MostChanged = 10;

    // Wishes neither vanish nor drown out all others, however often they change.
    private const double MostWish = 1e6;

    private readonly int _groups;

    public DispatchWishes(int cranes, int groups)
    {
        _groups = groups;
        Of = new double[cranes * groups];
        Array.Fill(Of, 1);
    }

    /// <summary>How much more a position counts the less of it is done.</summary>
    public double Urgency { get; private set; }

    /// <summary>What every task is worth whatever its price, as a part of the price that all would have if prices were even.</summary>
    public double Floor { get; private set; } = 1;

    /// <summary>How much the neighbours of a position count for its urgency.</summary>
    public double Around { get; private set; }

    /// <summary>How much more a crane counts where it is.</summary>
    public double Stay { get; private set; } = 1;

    /// <summary>How often the speed of a crane at a task counts: 1 to 3 times.</summary>
    public int Speed { get; private set; } = 1;

    /// <summary>How much crane c counts at group g, at <c>c * groups + g</c>.</summary>
    public double[] Of { get; }

    public void CopyTo(DispatchWishes other)
    {
        (other.Urgency, other.Floor, other.Around, other.Stay, other.Speed) = (Urgency, Floor, Around, Stay, Speed);
        Of.CopyTo(other.Of, 0);
    }

    public void Draw(Rng rng)
    {
        Urgency = MostUrgency * rng.NextDouble() * rng.NextDouble();
        Floor = Math.Pow(LeastFloor, rng.NextDouble());
        Around = rng.Next(2) * rng.NextDouble();
        Stay = 1 + (rng.Next(2) * rng.NextDouble());
        Speed = 1 + (rng.Next(2) * rng.Next(3));
        var spread = rng.Next(2) * rng.NextDouble() * MostSpread;
        for (var cell = 0; cell < Of.Length; cell++)
        {
            Of[cell] = Math.Exp(spread * (rng.NextDouble() - 0.5));
        }
    }

    /// <summary>Changes a few wishes.</summary>
    /// <param name="rng">Chance.</param>
    /// <param name="isLate">Whether the work at a group is among the last that ends.</param>
    public void Change(Rng rng, Func<int, bool> isLate)
    {
        switch (rng.Next(9))
        {
            case 0 or 1 or 2:
                for (var group = 0; group < _groups; group++)
                {
                    if (isLate(group))
                    {
                        Scale(group, 1, _groups, Math.Exp(rng.NextDouble()));
                    }
                }

                break;
            case 3:
                Urgency = Math.Min(MostUrgency * 2, Urgency * Math.Exp(rng.NextDouble() - 0.5));
                Floor = Math.Clamp(Floor * Math.Exp(rng.NextDouble() - 0.5), LeastFloor, 1 / LeastFloor);
                break;
            case 4:
                Stay = 1 + (rng.Next(2) * rng.NextDouble());
                Around = rng.Next(2) * rng.NextDouble();
                break;
            case 5:
                Scale(rng.Next(Of.Length / _groups) * _groups, _groups, 1, Factor(rng));
                break;
            case 6:
                Scale(rng.Next(_groups), 1, _groups, Factor(rng));
                break;
            default:
                for (var count = 1 + rng.Next(MostChanged); count > 0; count--)
                {
                    Scale(rng.Next(Of.Length), 1, Of.Length, Factor(rng));
                }

                break;
        }
    }

    private static double Factor(Rng rng) => Math.Exp((2 * rng.NextDouble()) - 1);

    /// <summary>Scales the wishes of a crane (a run of groups), of a group (a step for each crane), or of both.</summary>
    private void Scale(int from, int run, int step, double factor)
    {
        var to = run > 1 ? from + run : Of.Length;
        for (var cell = from; cell < to; cell += step)
        {
            Of[cell] = Math.Clamp(Of[cell] * factor, 1 / MostWish, MostWish);
        }
    }
}
