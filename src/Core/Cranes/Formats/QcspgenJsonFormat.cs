using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// The JSON of qcspgen-py: <c>n, b, p[], l[], Phi[[i,j]], Psi[[i,j]], q, r[], l0[], t[], s</c>, with the meaning of
/// <see cref="QcspgenFormat"/>; <c>t</c> has one entry for each crane, and all must be equal. Start bays may lie outside 1 to b, tasks may
/// have length 0. <c>header</c> and other properties are left alone. Variants as there.
/// </summary>
internal sealed class QcspgenJsonFormat : IFormat<CraneFormat, CraneInstance>
{
    public CraneFormat Format => CraneFormat.QcspgenJson;

    public ImmutableArray<string> Variants => GroupInstance.Variants;

    public bool Recognises(SourceText source) => source.TopNames.Contains("Phi") && source.TopNames.Contains("l0");

    public CraneInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var fields = new JsonFields(faults);
        using var document = fields.Parse(source);
        var root = document.RootElement;
        var tasks = fields.Int(root, "", "n", 1, GroupInstance.MostTasks);
        var bays = fields.Int(root, "", "b", 1, GroupInstance.MostBays);
        var cranes = fields.Int(root, "", "q", 1, GroupInstance.MostCranes);
        var margin = fields.Int(root, "", "s", 0, GroupInstance.MostMargin);
        faults.ThrowIfAny();
        var times = fields.Ints(root, "", "p", tasks, 0, CraneProblem.MaxHorizon);
        var positions = fields.Ints(root, "", "l", tasks, 1, bays);
        var ready = fields.Ints(root, "", "r", cranes, 0, CraneProblem.MaxHorizon);
        var starts = fields.Ints(root, "", "l0", cranes, -GroupInstance.MostStart, GroupInstance.MostStart);
        var travel = fields.Ints(root, "", "t", cranes, 0, GroupInstance.MostTravel);
        var before = Pairs(fields, root, "Phi", tasks);
        var apart = Pairs(fields, root, "Psi", tasks);
        for (var crane = 1; crane < travel.Length; crane++)
        {
            if (travel[crane] != travel[0])
            {
                faults.Add("unequal-speeds", $"/t/{crane}", $"is {travel[crane]}; expected {travel[0]}, that of the first crane. Cranes of one rail travel at one speed here: set all to the slowest.");
            }
        }

        faults.ThrowIfAny();
        var instance = new GroupInstance
        {
            Bays = bays,
            Times = times,
            Positions = positions,
            Ready = ready,
            Starts = starts,
            Travel = travel[0],
            Margin = margin,
            Precedences = before,
            NonSimultaneous = apart,
        };
        return instance.ToInstance(Format, source.Name, variant, faults, "/p");
    }

    private static ImmutableArray<TaskPair> Pairs(JsonFields fields, JsonElement root, string name, int tasks)
    {
        if (fields.Get(root, "", name) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            fields.Faults.Add("bad-array", $"/{name}", $"is {JsonFields.Show(list)}; expected an array of pairs of tasks.");
            return [];
        }

        var pairs = ImmutableArray.CreateBuilder<TaskPair>(list.GetArrayLength());
        foreach (var pair in list.EnumerateArray())
        {
            var place = $"/{name}/{pairs.Count}";
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
            {
                fields.Faults.Add("bad-pair", place, $"is {JsonFields.Show(pair)}; expected an array of two tasks.");
                pairs.Add(default);
                continue;
            }

            var (first, second) = (fields.Int(pair[0], $"{place}/0", 1, tasks), fields.Int(pair[1], $"{place}/1", 1, tasks));
            if (first == second)
            {
                fields.Faults.Add("bad-pair", place, $"has task {first} twice; expected two tasks.");
            }

            pairs.Add(new TaskPair(first - 1, second - 1));
        }

        return pairs.ToImmutable();
    }
}
