using System.Text.Json;
using BerthOpt.Berths;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Slots for one more call in a plan of berths.</summary>
internal static class SlotEndpoints
{
    // Every placement is looked at, in the service itself: a smaller problem than one that a worker solves, and few at a time.
    private const int Share = 10;
    private static readonly SemaphoreSlim _seats = new(Math.Max(1, Environment.ProcessorCount / 2));

    public static void MapSlotEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/berths/slots", Find).WithTags("berths")
            .WithSummary("The best slots for one more call in a plan whose calls stay as they are, the cheapest first.")
            .Takes(SlotRequests.Shape, "berths").Answers<SlotsAnswer>().Refuses(422);

    private static async Task<IResult> Find(HttpContext http, IOptions<RequestLimits> limits)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits.Value);
        var request = SlotRequests.Read(body.Json, limits.Value.SolveSize / Share);
        await _seats.WaitAsync(http.RequestAborted);
        try
        {
            var slots = await Task.Run(() => BerthSlots.Find(request.Problem, request.Plan, request.Call, request.Options, http.RequestAborted), http.RequestAborted);
            return new Answer<SlotsAnswer>(SlotsAnswer.Of(request.Problem, slots), body.Answer);
        }
        finally
        {
            _seats.Release();
        }
    }
}

/// <summary>Slots, the cheapest first. Costs are in the problem's units.</summary>
/// <param name="Slots">The slots; fewer than asked for when there are no more.</param>
internal sealed record SlotsAnswer(IReadOnlyList<SlotAnswer> Slots)
{
    public static SlotsAnswer Of(BerthProblem problem, IReadOnlyList<BerthSlot> slots)
    {
        var scope = BerthScope.Of(problem);
        return new SlotsAnswer([.. slots.Select(slot => new SlotAnswer(
            ShapeText.Of(AssignmentDocument.Shape, slot.Assignment, scope),
            Documents.Measure.Cost.ToOutside(slot.Cost.Total, scope.Units),
            ShapeText.Of(CostDocument.Shape, slot.Cost, scope)))]);
    }
}

/// <summary>A slot.</summary>
/// <param name="Assignment">Where and when, as plan documents have it.</param>
/// <param name="TotalCost">What the plan costs more with it.</param>
/// <param name="Cost">The same by term; terms of 0 are left out.</param>
internal sealed record SlotAnswer(JsonElement Assignment, decimal TotalCost, JsonElement Cost);
