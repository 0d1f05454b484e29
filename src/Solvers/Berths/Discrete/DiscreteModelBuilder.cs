using System.Numerics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>Reduces a problem to a <see cref="DiscreteModel"/>, where that can be done without loss.</summary>
internal static class DiscreteModelBuilder
{
    // Times and costs of any order of calls, feasible or not, stay far below overflow.
    private const int MaxTime = 1 << 29;
    private static readonly BigInteger MaxCost = BigInteger.One << 60;
    private const long MaxCells = 1 << 25;

    /// <summary>The model; null when the problem has more in it than the model can say, or when the run ended before it was done.</summary>
    public static DiscreteModel? TryBuild(BerthProblem problem, StopMonitor? stop = null)
    {
        if (!IsOrderProblem(problem))
        {
            return null;
        }

        var places = problem.Quays.SelectMany((quay, index) => quay.Berths.Select((_, number) => (Quay: index, Number: number))).ToArray();
        if ((long)places.Length * problem.Calls.Length > MaxCells)
        {
            return null;
        }

        var opens = new List<int>();
        var members = new List<int>();
        var columns = new List<Cell[]>();
        var berths = new BerthPlace[places.Length];
        for (var berth = 0; berth < places.Length; berth++)
        {
            if (stop is { IsStopped: true })
            {
                return null;
            }

            var (quay, number) = places[berth];
            var open = Math.Max(problem.Quays[quay].Open, problem.Quays[quay].Berths[number].Open);
            var column = new Cell[problem.Calls.Length];
            for (var call = 0; call < column.Length; call++)
            {
                if (DiscreteCells.Of(problem, call, quay, number, berth, open) is not { } cell)
                {
                    return null;
                }

                column[call] = cell;
            }

            var group = columns.FindIndex(other => other.AsSpan().SequenceEqual(column));
            while (group >= 0 && opens[group] != open)
            {
                group = columns.FindIndex(group + 1, other => other.AsSpan().SequenceEqual(column));
            }

            if (group < 0)
            {
                group = columns.Count;
                columns.Add(column);
                opens.Add(open);
                members.Add(0);
            }

            members[group]++;
            berths[berth] = new BerthPlace(quay, number, problem.Quays[quay].Berths[number].Start, group);
        }

        return Assemble(problem, berths, [.. opens], [.. members], columns, stop);
    }

    private static bool IsOrderProblem(BerthProblem problem)
    {
        const BerthFeatures never = BerthFeatures.ContinuousQuay | BerthFeatures.HybridQuay | BerthFeatures.Closures | BerthFeatures.TideWindows
            | BerthFeatures.Movements | BerthFeatures.OptionalCalls | BerthFeatures.Makespan;
        if ((problem.Features & never) != 0)
        {
            return false;
        }

        for (var index = 0; index < problem.Calls.Length; index++)
        {
            var call = problem.Calls[index];
            var sailsFaster = (call.EarliestStart ?? call.Arrival) < call.Arrival && problem.Objective.SpeedUp > 0 && call.Rates.SpeedUp > 0;
            var competesForCranes = call.Handling.MaxCranes > 0 && problem.CranePools.Length > 0;
            var clingsToItsStart = problem.Baseline?.Entries[index] is { Frozen: false, StartRate: > 0 } && problem.Objective.Change > 0;
            if (sailsFaster || competesForCranes || clingsToItsStart || call.Pin?.FirstCrane is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static DiscreteModel? Assemble(BerthProblem problem, BerthPlace[] berths, int[] opens, int[] members, List<Cell[]> columns, StopMonitor? stop)
    {
        var calls = problem.Calls.Length;
        var weights = problem.Objective;
        var terms = new CallTerms[calls];
        var targets = new int[calls][];
        BigInteger worst = BigInteger.Abs(weights.Constant);
        BigInteger slopes = 0;
        BigInteger penalty = 1;
        long busy = opens.DefaultIfEmpty(0).Max();
        for (var index = 0; index < calls; index++)
        {
            if (stop is { IsStopped: true })
            {
                return null;
            }

            var call = problem.Calls[index];
            var release = DiscreteCells.ReleaseOf(problem, index);
            BigInteger wait = (BigInteger)weights.Waiting * call.Rates.Waiting * call.Priority;
            BigInteger late = call.Due == Call.Never ? 0 : (BigInteger)weights.Lateness * call.Rates.Lateness * call.Priority;
            if (wait + late > MaxCost)
            {
                return null;
            }

            terms[index] = new CallTerms { Release = release, Arrival = call.Arrival, Wait = (long)wait, Late = (long)late };
            targets[index] = [.. Enumerable.Range(0, berths.Length).Where(berth => columns[berths[berth].Group][index].Occupied >= 0)];
            busy = Math.Max(busy, release);
            slopes += wait + late;
            penalty = BigInteger.Max(penalty, 4 * (wait + late));
            worst += columns.Max(column => column[index].Base);
        }

        for (var index = 0; index < calls; index++)
        {
            busy += Math.Max(0, columns.Max(column => column[index].Occupied));
        }

        worst += busy * (slopes + (calls * penalty * DiscreteModel.MostPenalty));
        if (busy > MaxTime || worst > MaxCost)
        {
            return null;
        }

        return new DiscreteModel
        {
            Calls = calls,
            Berths = berths,
            Open = opens,
            Members = members,
            Terms = terms,
            Cells = [.. columns.SelectMany(column => column)],
            Clearance = problem.Clearances.Slots,
            Constant = weights.Constant,
            TimeLimit = (int)busy,
            Targets = targets,
            Penalty = (long)penalty,
            WaitingOnly = terms.All(term => term.Late == 0 && term.Arrival == term.Release),
            HasLimits = columns.Any(column => column.Any(cell => cell.Occupied >= 0 && cell.Latest < busy)),
        };
    }
}
