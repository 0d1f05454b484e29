using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>
/// Lets in as many solves as the machine can bear. Nobody waits: a solve that waits would run out of its caller's patience, and the
/// caller knows better than we whether to come again. Bodies are read and judged before the gate, so that a slow sender holds no place.
/// </summary>
internal sealed class SolveGate(IOptions<RequestLimits> limits) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions { PermitLimit = limits.Value.ConcurrentSolves, QueueLimit = 0 });

    /// <summary>A place to be given back by disposing of it; null when all are taken.</summary>
    public IDisposable? TryEnter()
    {
        var lease = _places.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    public void Dispose() => _places.Dispose();
}
