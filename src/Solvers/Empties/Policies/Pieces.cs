namespace BerthOpt.Empties;

/// <summary>
/// Which part of each port's and tick's orders is open to change. Stock goes to orders one after the other, and only what all of them leave
/// is kept: so what a box in stock is worth goes by pieces, one for each order and one for keeping it, and not always downwards. The pieces
/// next to a rollout's stock that go downwards are open; those before are served in full, those behind not at all. Within the open ones the
/// cheapest flow serves orders in the right order by itself, so it is one that the simulation will repeat.
/// </summary>
internal sealed class Pieces(PlanningWindow window)
{
    private int[] least = [];
    private int[] most = [];
    private bool[] keeps = [];
    private long[] gain = [];

    public (int Least, int Most) Limits(int order) => (least[order], most[order]);

    /// <summary>Whether boxes may stay in stock behind the orders of a place.</summary>
    public bool Keeps(int place) => keeps[place];

    /// <summary>Opens the pieces round a rollout, by the worths of the last flow.</summary>
    public void Open(Rollout rollout, WindowFlow flow)
    {
        if (least.Length < window.Orders.Count)
        {
            least = new int[window.Orders.Count];
            most = new int[window.Orders.Count];
        }

        if (keeps.Length < window.Places)
        {
            keeps = new bool[window.Places];
        }

        for (var place = 0; place < window.Places; place++)
        {
            var orders = window.OrdersAt(place);
            if (orders.IsEmpty)
            {
                keeps[place] = true;
                continue;
            }

            Open(place, orders, rollout, flow);
        }
    }

    private void Open(int place, ReadOnlySpan<int> orders, Rollout rollout, WindowFlow flow)
    {
        if (gain.Length < orders.Length + 1)
        {
            gain = new long[orders.Length + 1];
        }

        var stock = rollout.Stock[place];
        var (here, below) = (0, 0);
        for (var piece = 0; piece < orders.Length; piece++)
        {
            gain[piece] = flow.Gain(orders[piece], rollout);
            if (here == piece && below + window.Orders[orders[piece]].Quantity <= stock)
            {
                below += window.Orders[orders[piece]].Quantity;
                here++;
            }
        }

        gain[orders.Length] = flow.Kept(place);
        if (here > 0 && below == stock && gain[here] > gain[here - 1])
        {
            var now = flow.Value(place);
            if (now - gain[here - 1] > gain[here] - now)
            {
                here--;
            }
        }

        var (first, last) = (here, here);
        while (first > 0 && gain[first - 1] >= gain[first])
        {
            first--;
        }

        while (last < orders.Length && gain[last + 1] <= gain[last])
        {
            last++;
        }

        for (var piece = 0; piece < orders.Length; piece++)
        {
            var quantity = window.Orders[orders[piece]].Quantity;
            least[orders[piece]] = piece < first ? quantity : 0;
            most[orders[piece]] = piece <= last ? quantity : 0;
        }

        keeps[place] = last == orders.Length;
    }
}
