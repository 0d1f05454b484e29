using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>What stands above a berth picture.</summary>
internal static class BerthFigures
{
    public static Header Header(Scene scene, double width)
    {
        var title = Words.Clean(scene.Options.Title ?? scene.Problem.Name);
        var check = scene.Check;
        return new Header(
            width,
            title.Length > 0 ? title : "Berth plan",
            BerthOpt.Drawing.Header.Result(check.Cost.Total, scene.Options.LowerBound, scene.Cost),
            check.IsValid ? null : BerthOpt.Drawing.Header.Breaks(check.Faults.Length + check.FaultsNotListed, check.Faults[0].Message),
            scene.Options.Figures ? Tiles(scene, BerthKpis.Of(scene.Problem, scene.Plan)) : []);
    }

    private static List<(string Value, string Name)> Tiles(Scene scene, BerthKpis kpis)
    {
        var tiles = new List<(string Value, string Name)>();
        void Add(string value, string name) => tiles.Add((value, name));

        Add(Words.Number(kpis.PlannedCalls), kpis.RejectedCalls == 0 ? "calls" : $"calls, {Words.Number(kpis.RejectedCalls)} left out");
        Add(Words.Percent(kpis.DirectBerthingRate), "berth on arrival");
        Add($"{Words.Number(kpis.MeanWaitingHours, 1)} h", $"mean wait, max {Words.Number(kpis.MaxWaitingHours, 1)} h");
        if (scene.Problem.Calls.Any(call => call.Due != Call.Never))
        {
            Add(Words.Number(kpis.LateCalls), $"late, {Words.Number(kpis.TotalLatenessHours, 1)} h in all");
        }

        Add($"{Words.Number(kpis.GrossBerthHours / Math.Max(1, kpis.PlannedCalls), 1)} h", "mean stay");
        Add(Words.Percent(kpis.BerthOccupancyRate), "quay occupied");
        if (!scene.Problem.CranePools.IsEmpty)
        {
            Add(Words.Percent(kpis.CraneUtilisationRate), "cranes at work");
        }

        if (kpis.ContainerMoves > 0)
        {
            Add(Words.Number(kpis.ContainerMoves), "container moves");
        }

        if (kpis.MovesPerGrossBerthHour is { } rate)
        {
            Add(Words.Number(rate, 1), "moves per berth hour");
        }

        if (kpis.TotalDeviationMetres > 0)
        {
            Add($"{Words.Number(kpis.TotalDeviationMetres / Math.Max(1, kpis.PlannedCalls))} m", "mean deviation");
        }

        return tiles;
    }
}
