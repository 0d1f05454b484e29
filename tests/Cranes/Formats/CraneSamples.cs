using System.Text;
using BerthOpt.Cranes.Formats;

namespace BerthOpt.Tests.Cranes;

/// <summary>Small instances of every format, made up for the tests.</summary>
internal static class CraneSamples
{
    public const string Groups = "4,3,2,1,2,1,1\n5,7,9,11\n1,1,2,3\n0,2\n1,3\nPhi:\n1,2\n3,4\nPsi:\n2,3\nend.\n";

    public const string GroupsJson = """{"header":"made up","n":3,"b":4,"p":[5,0,7],"l":[1,2,4],"Phi":[[1,2]],"Psi":[],"q":2,"r":[0,3],"l0":[-1,6],"t":[2,2],"s":0}""";

    public const string Bays = "4 2\n10\n20\n30\n40\n";

    public const string Own = """
        {
          "formatVersion": "berthopt/cranes/1", "grid": { "secondsPerSlot": 60, "metresPerSection": 14 }, "horizonSeconds": 60000,
          "rail": { "travelSeconds": 60, "clearanceMetres": 28 },
          "cranes": [{ "id": "Q1" }, { "id": "Q2", "startMetres": 56 }],
          "vessels": [{ "id": "Aurora", "dueSeconds": 3600 }],
          "tasks": [
            { "id": "a", "vessel": "Aurora", "positionMetres": 14, "handlingSeconds": 600 },
            { "id": "b", "vessel": "Aurora", "positionMetres": 70, "handlingSeconds": 900, "handlingSecondsByCrane": { "Q2": 1200 } }
          ],
          "precedences": [{ "before": "a", "after": "b" }]
        }
        """;

    public const string Workload = """
        {
          "formatVersion": "berthopt/workload/1", "name": "Aurora at North",
          "rail": { "travelSeconds": 4, "travelMetres": 3, "clearanceMetres": 29 },
          "cranes": [{ "id": "Q1", "singleSeconds": 100, "twinSeconds": 130, "doubleCycleSeconds": 160 }, { "id": "Q2" }],
          "vessels": [{ "id": "Aurora", "bowMetres": 100, "firstBayMetres": 10, "bayMetres": 7 }],
          "work": [
            { "vessel": "Aurora", "bay": 2, "place": "hold", "work": "discharge", "containers20": 4, "containers40": 6, "twinPercent": 100, "hatchCovers": 3, "stackLifts": [4, 4] },
            { "vessel": "Aurora", "bay": 2, "place": "hold", "work": "load", "containers40": 7, "stackLifts": [4, 3] },
            { "vessel": "Aurora", "bay": 1, "place": "deck", "work": "discharge", "containers20": 5 },
            { "vessel": "Aurora", "bay": 4, "place": "deck", "work": "load", "containers40": 2 },
            { "vessel": "Aurora", "bay": 6, "place": "deck", "work": "discharge", "containers40": 10, "tandemPairs": 2 }
          ]
        }
        """;

    public static readonly (CraneFormat Format, string Text)[] All =
        [(CraneFormat.Qcspgen, Groups), (CraneFormat.QcspgenJson, GroupsJson), (CraneFormat.Jooken, Bays), (CraneFormat.Json, Own), (CraneFormat.Workload, Workload)];

    public static CraneInstance Read(string text, CraneFormat? format = null, string? variant = null) => CraneFormats.Read("sample.txt", Encoding.UTF8.GetBytes(text), format, variant);
}
