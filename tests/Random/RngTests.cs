namespace BerthOpt.Tests;

public sealed class RngTests
{
    /// <summary>The outputs published with the reference implementation's ports, for the state 1, 2, 3, 4.</summary>
    [Fact]
    public void Matches_the_published_outputs_of_the_generator()
    {
        var rng = new Rng(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625,
            8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];

        Assert.Equal(expected, Draw(rng, expected.Length));
    }

    /// <summary>Computed with a separate implementation of splitmix64 and xoshiro256** on unbounded integers.</summary>
    [Theory]
    [InlineData(0UL, 11091344671253066420UL, 13793997310169335082UL, 1900383378846508768UL)]
    [InlineData(42UL, 1546998764402558742UL, 6990951692964543102UL, 12544586762248559009UL)]
    [InlineData(ulong.MaxValue, 10328197420357168392UL, 14156678507024973869UL, 9357971779955476126UL)]
    public void A_seed_gives_the_same_numbers_for_ever(ulong seed, ulong first, ulong second, ulong third) =>
        Assert.Equal([first, second, third], Draw(new Rng(seed), 3));

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(64)]
    public void Small_ranges_are_uniform(int sides)
    {
        const int perSide = 10_000;
        var rng = new Rng(7);
        var counts = new int[sides];
        for (int i = 0; i < perSide * sides; i++)
        {
            counts[rng.Next(sides)]++;
        }

        // Chi-square with sides-1 degrees of freedom: mean sides-1, standard deviation sqrt(2(sides-1)); five of them is generous.
        double chiSquare = counts.Sum(c => Math.Pow(c - perSide, 2) / perSide);
        Assert.InRange(chiSquare, 0, sides - 1 + (5 * Math.Sqrt(2.0 * (sides - 1))));
    }

    /// <summary>Taking 32 bits modulo this range, three quarters of 2^32, would put five eighths of the numbers in its lower half.</summary>
    [Fact]
    public void A_range_that_does_not_divide_two_to_the_32_is_not_biased()
    {
        const int min = int.MinValue;
        const int max = int.MinValue + 0x60000000 + 0x5FFFFFFF;
        const int draws = 100_000;
        var rng = new Rng(11);
        int lower = 0;
        for (int i = 0; i < draws; i++)
        {
            lower += rng.Next(min, max) < min + 0x60000000 ? 1 : 0;
        }

        Assert.InRange(lower, (draws / 2) - 800, (draws / 2) + 800);
    }

    [Fact]
    public void Ranges_keep_their_ends()
    {
        var rng = new Rng(3);
        var seen = new HashSet<int>();
        for (int i = 0; i < 1000; i++)
        {
            seen.Add(rng.Next(-2, 3));
            Assert.InRange(rng.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
            Assert.Equal(0, rng.Next(1));
            Assert.InRange(rng.NextDouble(), 0, 1 - double.Epsilon);
        }

        Assert.Equal([-2, -1, 0, 1, 2], seen.Order());
    }

    [Fact]
    public void Doubles_have_the_mean_and_variance_of_the_unit_interval()
    {
        const int draws = 200_000;
        var rng = new Rng(5);
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            double x = rng.NextDouble();
            sum += x;
            squares += x * x;
        }

        double mean = sum / draws;
        Assert.InRange(mean, 0.497, 0.503);
        Assert.InRange((squares / draws) - (mean * mean), (1.0 / 12) - 0.001, (1.0 / 12) + 0.001);
    }

    [Fact]
    public void Empty_ranges_are_refused()
    {
        var rng = new Rng(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Next(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Next(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Split(-1));
    }

    [Fact]
    public void A_split_does_not_depend_on_what_was_drawn_before()
    {
        var parent = new Rng(42);
        ulong[] before = Draw(parent.Split(3), 8);
        Draw(parent, 1000);

        Assert.Equal(before, Draw(parent.Split(3), 8));
    }

    [Fact]
    public void A_split_leaves_the_parent_where_it_was()
    {
        var parent = new Rng(42);
        parent.Split(0);

        Assert.Equal(Draw(new Rng(42), 8), Draw(parent, 8));
    }

    /// <summary>Neighbouring seeds and neighbouring streams are what people use; none of their numbers may come twice.</summary>
    [Fact]
    public void Streams_of_neighbouring_seeds_share_no_numbers()
    {
        var seen = new HashSet<ulong>();
        int drawn = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            var parent = new Rng(seed);
            foreach (Rng rng in Enumerable.Range(0, 20).Select(parent.Split).Append(parent))
            {
                ulong[] numbers = Draw(rng, 50);
                drawn += numbers.Length;
                seen.UnionWith(numbers);
            }
        }

        Assert.Equal(drawn, seen.Count);
    }

    [Fact]
    public void Neighbouring_streams_are_not_correlated()
    {
        const int draws = 50_000;
        var parent = new Rng(9);
        Rng a = parent.Split(0), b = parent.Split(1);
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5);
        }

        // The covariance of independent streams has standard deviation 1/12/sqrt(draws), about 0.0004.
        Assert.InRange(sum / draws, -0.002, 0.002);
    }

    private static ulong[] Draw(Rng rng, int count)
    {
        var numbers = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = rng.Next();
        }

        return numbers;
    }
}
