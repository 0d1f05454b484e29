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
            scene.Options.Figures ? Tiles(scene) : []);
    }

    private static List<(string Value, string Name)> Tiles(Scene scene)
    {
        var (problem, clock) = (scene.Problem, scene.Clock);
        var tiles = new List<(string Value, string Name)>();
        void Add(string value, string name) => tiles.Add((value, name));

        var used = scene.ByCrane.Where(stints => stints.Count > 0).ToList();
        var work = scene.Stints.Sum(stint => stint.Free - stint.Start);
        var taken = used.Sum(stints => stints.Max(stint => stint.Free) - stints[0].Start);
        var end = scene.Stints.Select(stint => stint.Free).DefaultIfEmpty(0).Max();
        Add(clock.Duration(end), "makespan");
        Add(Words.Number(problem.Tasks.Length), "tasks");
        Add($"{used.Count} of {problem.Cranes.Length}", "cranes");
        if (used.Count > 0 && end > 0)
        {
            Add(Words.Number(work / (double)end, 2), "mean cranes at work");
            Add(Words.Percent(work / (double)Math.Max(1, taken)), "of their time at work");
            Add(clock.Duration(used.Max(stints => stints.Sum(stint => stint.Free - stint.Start))), "work of the longest crane");
        }

        return tiles;
    }
}
