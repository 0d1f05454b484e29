using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;

namespace BerthOpt.Client;

/// <content>Plans of berths that are decided in part, changed, and asked for one more call.</content>
public sealed partial class BerthOptClient
{
    /// <summary>Has a problem of berths solved in which a planner has decided some of the plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="initialPlan">A plan of it to start from, which breaks no rule but that it may leave calls out; null for none.</param>
    /// <param name="pins">What is decided of some calls, one entry a call at most.</param>
    /// <param name="freezeUntil">Calls that the initial plan starts before this slot stay as they are; default 0, none.</param>
    /// <param name="options">How; null for the service's defaults.</param>
    /// <param name="key">Makes sure that the same request sent twice makes one job; null for none.</param>
    /// <param name="cancellation">Ends the request, not the job.</param>
    /// <returns>The job; <see cref="GetProblemAsync"/> has its problem, with the decisions in it.</returns>
    /// <exception cref="InvalidInputException">The service cannot use problem, plan, decisions or options; with every fault.</exception>
    /// <exception cref="BerthOptException">The service refuses the request.</exception>
    public Task<JobState> SubmitAsync(
        BerthProblem problem, BerthPlan? initialPlan, ImmutableArray<CallPin> pins, int freezeUntil = 0, JobOptions? options = null, string? key = null, CancellationToken cancellation = default)
    {
        var decisions = Parts(problem, new BerthReplan { Pins = pins, FreezeUntil = freezeUntil }).Where(part => part.Name is "pins" or "freeze");
        return SubmitAsync("v1/berths/jobs", [Problem(problem), .. initialPlan is null ? [] : new[] { Plan("initialPlan", problem, initialPlan) }, .. decisions], options, key, cancellation);
    }

    /// <summary>Has the best plan of a job of berths changed, because something has happened: a new job.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="problem">Its problem.</param>
    /// <param name="replan">What has happened, and what changes cost.</param>
    /// <param name="options">How; null for the service's defaults.</param>
    /// <param name="key">Makes sure that the same request sent twice makes one job; null for none.</param>
    /// <param name="cancellation">Ends the request, not the job.</param>
    /// <returns>The new job; <see cref="GetProblemAsync"/> has its problem.</returns>
    /// <exception cref="InvalidInputException">The plan cannot be changed so; with every fault.</exception>
    /// <exception cref="BerthOptException">The service refuses the request; there is no such job, or no plan of it yet.</exception>
    public Task<JobState> ReplanAsync(string id, BerthProblem problem, BerthReplan replan, JobOptions? options = null, string? key = null, CancellationToken cancellation = default) =>
        SubmitAsync($"v1/jobs/{Uri.EscapeDataString(id)}/replan", Parts(problem, replan), options, key, cancellation);

    /// <summary>The best slots for one more call in a plan whose calls stay as they are, the cheapest first.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="call">The call, with an id that no other has.</param>
    /// <param name="count">How many, 1 to 100; default 5.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="InvalidInputException">The service cannot use problem, plan or call; with every fault.</exception>
    /// <exception cref="BerthOptException">The service refuses the request.</exception>
    public async Task<ImmutableArray<SlotOffer>> SlotsAsync(BerthProblem problem, BerthPlan plan, Call call, int count = 5, CancellationToken cancellation = default)
    {
        using var request = Post("v1/berths/slots", JobBody.Of(
            [
                Problem(problem),
                Plan("plan", problem, plan),
                ("call", output => BerthDocument.WriteCall(problem, call, output)),
            ],
            json => json.WriteNumber("count", count)));
        return (await AnswerAsync(request, JobJson.Default.SlotOffers, cancellation)).Slots;
    }

    /// <summary>The parts of a change of a plan.</summary>
    private static IEnumerable<(string Name, Action<IBufferWriter<byte>> Write)> Parts(BerthProblem problem, BerthReplan replan)
    {
        var document = new ArrayBufferWriter<byte>();
        BerthReplanDocument.Write(problem, replan, document);
        return JsonElement.Parse(document.WrittenSpan).EnumerateObject().Select(part => (part.Name, new Action<IBufferWriter<byte>>(output => output.Write(Encoding.UTF8.GetBytes(part.Value.GetRawText())))));
    }

    private static (string Name, Action<IBufferWriter<byte>> Write) Plan(string name, BerthProblem problem, BerthPlan plan) => (name, output => BerthPlanDocument.Write(problem, plan, null, output));
}
