using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>What stands above a crane picture.</summary>
internal static class CraneFigures
{
    public static Header Header(Scene scene, double width)
    {
        var title = Words.Clean(scene.Options.Title ?? scene.Problem.Name);
        var check = scene.Check;
        return new Header(
            width,
            title.Length > 0 ? title : "Crane plan",
            BerthOpt.Drawing.Header.Result(check.Cost.Total, scene.Options.LowerBound, Scene.Cost),
            check.IsValid ? null : BerthOpt.Drawing.Header.Breaks(check.Faults.Length + check.FaultsNotListed, check.Faults[0].Message),
            scene.Options.Figures ? Tiles(scene, CraneKpis.Of(scene.Problem, scene.Plan)) : []);
    }

    private static List<(string Value, string Name)> Tiles(Scene scene, CraneKpis kpis)
    {
        var tiles = new List<(string Value, string Name)>();
        void Add(string value, string name) => tiles.Add((value, name));
        string Hours(double hours) => scene.Clock.Duration(hours * 60 / scene.Clock.MinutesPerSlot);

        Add(Hours(kpis.MakespanHours), "makespan");
        Add(Words.Number(scene.Problem.Tasks.Length), "tasks");
        Add($"{kpis.WorkingCranes} of {scene.Problem.Cranes.Length}", "cranes");
        Add(Words.Number(kpis.CraneIntensity, 2), "crane intensity");
        if (kpis.GrossCraneHours > 0)
        {
            Add(Words.Percent(kpis.NetCraneHours / kpis.GrossCraneHours), "of crane time at work");
            Add(Hours(kpis.InterferenceHours), "waiting for cranes");
        }

        if (kpis.LongCrane is { } longest)
        {
            Add(Hours(kpis.LongCraneHours), Words.Fit($"long crane, {Words.Clean(longest)}", 112, 9.5));
        }

        if (kpis.ContainerMoves > 0)
        {
            Add(Words.Number(kpis.ContainerMoves), "container moves");
        }

        if (kpis.MovesPerGrossCraneHour is { } rate)
        {
            Add(Words.Number(rate, 1), "moves per crane hour");
        }

        return tiles;
    }
}
