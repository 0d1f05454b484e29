using BerthOpt.Berths;
using BerthOpt.Tests.Drawing;

namespace BerthOpt.Tests.Berths.Drawing;

/// <summary>A quay of 100 sections for 200 slots, and its picture read back.</summary>
internal static class DrawingExamples
{
    public static readonly Quay North = new() { Id = "North", Length = 100 };

    public static BerthParts Parts(Call[] calls) => new() { Name = "test", Horizon = 200, Quays = [North], Calls = [.. calls] };

    public static BerthProblem Problem(Call[] calls) => new(Parts(calls));

    public static Drawn Draw(BerthProblem problem, BerthPlan plan, BerthSvgOptions? options = null) => new(BerthSvg.Render(problem, plan, options));
}
