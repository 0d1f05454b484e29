namespace BerthOpt.Berths;

/// <summary>
/// Calls that are the same in all that counts. Some best plan starts twins in the order of their numbers: two that are the other way
/// round can change places. Taking the best plan whose row of starts, call by call, comes first in the order of words, that holds
/// together with the order of neighbours that <see cref="PathPricing"/> asks for: both exchanges give the lower number an earlier start.
/// </summary>
internal sealed class CallTwins
{
    private readonly int[] _kind;

    public CallTwins(DiscreteModel model)
    {
        _kind = new int[model.Calls];
        for (var call = 0; call < model.Calls; call++)
        {
            var first = 0;
            while (!AreEqual(model, first, call))
            {
                first++;
            }

            _kind[call] = first;
        }
    }

    /// <summary>For each call the twin of lowest number.</summary>
    public int[] Kinds => _kind;

    /// <summary>Whether two calls are the same in all that counts; a call is its own twin.</summary>
    public bool Are(int call, int other) => _kind[call] == _kind[other];

    /// <summary>Whether a call, or a twin of lower number, is meant: it starts no later than <paramref name="call"/>.</summary>
    public bool IsUpTo(int call, int other) => other <= call && Are(call, other);

    /// <summary>Whether a call, or a twin of higher number, is meant: it starts no earlier than <paramref name="call"/>.</summary>
    public bool IsFrom(int call, int other) => other >= call && Are(call, other);

    private static bool AreEqual(DiscreteModel model, int call, int other)
    {
        var (terms, others) = (model.Terms[call], model.Terms[other]);
        if (terms.Release != others.Release || terms.Arrival != others.Arrival || terms.Wait != others.Wait || terms.Late != others.Late)
        {
            return false;
        }

        for (var group = 0; group < model.Groups; group++)
        {
            if (model.Cells[(group * model.Calls) + call] != model.Cells[(group * model.Calls) + other])
            {
                return false;
            }
        }

        return true;
    }
}
