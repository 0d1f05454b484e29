namespace BerthOpt.Berths.Drawing;

/// <summary>Above the picture: the name, the cost and what is proven of it, broken rules, and the plan's figures.</summary>
internal sealed class Header
{
    private const double TileHeight = 38;

    private readonly Scene scene;
    private readonly double width;
    private readonly List<(string Value, string Name)> tiles = [];

    public Header(Scene scene, double width)
    {
        this.scene = scene;
        this.width = width;
        Title = Words.Clean(scene.Options.Title ?? scene.Problem.Name);
        Title = Title.Length > 0 ? Title : "Berth plan";
        if (scene.Options.Figures)
        {
            Figures(BerthKpis.Of(scene.Problem, scene.Plan));
        }
    }

    public string Title { get; }

    public double Height => 44 + (scene.Check.IsValid ? 0 : 18) + (Rows * TileHeight);

    private int PerRow => Math.Max(1, (int)(width / TileWidth));

    private int Rows => (tiles.Count + PerRow - 1) / PerRow;

    private static double TileWidth => 118;

    public void Draw(SvgCanvas canvas, (double X, double Y) at)
    {
        canvas.Group("header");
        canvas.Text((at.X, at.Y + 17), Words.Fit(Title, width, 18, bold: true), 18, "strong");
        canvas.Text((at.X, at.Y + 37), Words.Fit(Result(), width, 12.5), 12.5, "name");
        var y = at.Y + 44;
        if (!scene.Check.IsValid)
        {
            var count = scene.Check.Faults.Length + scene.Check.FaultsNotListed;
            var faults = $"Breaks {count} {(count == 1 ? "rule" : "rules")}: {Words.Clean(scene.Check.Faults[0].Message)}";
            canvas.Text((at.X, y + 13), Words.Fit(faults, width, 12, bold: true), 12, "bad");
            y += 18;
        }

        for (var index = 0; index < tiles.Count; index++)
        {
            var x = at.X + (index % PerRow * TileWidth);
            var top = y + (index / PerRow * TileHeight);
            canvas.Text((x, top + 19), tiles[index].Value, 14, "strong");
            canvas.Text((x, top + 31), tiles[index].Name, 9.5, "soft");
        }

        canvas.End();
    }

    private string Result()
    {
        var cost = scene.Check.Cost.Total;
        if (scene.Options.LowerBound is not { } bound)
        {
            return $"cost {scene.Cost(cost)}";
        }

        var gap = cost == bound ? "optimal" : cost > bound && cost > 0 ? $"gap {Words.Percent((cost - bound) / (double)cost)}" : "";
        return $"cost {scene.Cost(cost)} · lower bound {scene.Cost(bound)}{(gap.Length > 0 ? $" · {gap}" : "")}";
    }

    private void Figures(BerthKpis kpis)
    {
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
    }
}
