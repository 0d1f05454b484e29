using System.Diagnostics;

namespace BerthOpt.Tests.Api;

/// <summary>Waits for what another thread or process is about to do; no order between the two is taken for granted.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Until this holds.</summary>
    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));

    /// <inheritdoc cref="Holds(Func{bool})"/>
    public static Task Holds(Func<Task<bool>> condition) => Is(async () => await condition() ? "" : null);

    /// <summary>Until there is such a thing.</summary>
    public static async Task<T> Is<T>(Func<Task<T?>> find)
        where T : class
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < _longest; await Task.Delay(_pause, TestContext.Current.CancellationToken))
        {
            if (await find() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"It did not come about within {_longest.TotalSeconds} seconds.");
    }
}
