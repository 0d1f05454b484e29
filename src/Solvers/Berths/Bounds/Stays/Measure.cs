namespace BerthOpt.Berths;

/// <summary>
/// A measure of calls of which only so much finds room side by side: a valid inequality of the knapsack polytope of a room's length. The
/// capacity is worked out exactly, so any weights are valid.
/// </summary>
/// <param name="Room">The room.</param>
/// <param name="Weight">What each call takes; 0 for those that cannot lie in the room.</param>
/// <param name="Capacity">The most that calls side by side take together.</param>
internal sealed record Measure(int Room, int[] Weight, int Capacity)
{
    /// <summary>The measure with given weights, after all weights were raised as far as the capacity allows, one after the other (lifting).</summary>
    /// <param name="room">The room.</param>
    /// <param name="weights">Weights of 0 or more by call.</param>
    /// <param name="widths">Widths in the room by call; 0 for those that cannot lie in it.</param>
    /// <param name="length">Length of the room.</param>
    /// <param name="work">Counts steps.</param>
    public static Measure Lifted(int room, int[] weights, int[] widths, int length, ref long work)
    {
        var raised = (int[])weights.Clone();
        var capacity = Most(raised, widths, length, -1, ref work);
        var order = Enumerable.Range(0, widths.Length).Where(call => widths[call] > 0).OrderByDescending(call => raised[call]).ThenByDescending(call => widths[call]).ToArray();
        foreach (var call in order)
        {
            raised[call] = capacity - Most(raised, widths, length, call, ref work);
        }

        return new Measure(room, raised, capacity);
    }

    /// <summary>The most that calls take that fit side by side; beside one call, which does not count, when one is given.</summary>
    private static int Most(int[] weights, int[] widths, int length, int beside, ref long work)
    {
        var total = 0;
        for (var call = 0; call < weights.Length; call++)
        {
            total += call == beside || widths[call] == 0 ? 0 : weights[call];
        }

        // The least length for each sum of weights.
        var room = length - (beside < 0 ? 0 : widths[beside]);
        var least = new long[total + 1];
        Array.Fill(least, long.MaxValue / 2);
        least[0] = 0;
        var reached = 0;
        for (var call = 0; call < weights.Length; call++)
        {
            var weight = weights[call];
            if (call == beside || weight == 0 || widths[call] == 0)
            {
                continue;
            }

            for (var sum = reached; sum >= 0; sum--)
            {
                least[sum + weight] = Math.Min(least[sum + weight], least[sum] + widths[call]);
            }

            work += reached + 1;
            reached += weight;
            while (least[reached] > room)
            {
                reached--;
            }
        }

        return reached;
    }
}
