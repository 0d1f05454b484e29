using System.Text;
using BerthOpt.Berths.Formats;

namespace BerthOpt.Tests;

/// <summary>A small instance of each format, with the quirks that published files have.</summary>
internal static class FormatSamples
{
    public const string Dbap = "3\n2\n0 4 5\n1 2\n5 6\n99999 4\n3 3\n20 30\n15 12 20\n7.5 8\n";

    public const string BacaspWhole = "20 50 4 2\n6 3 10 200 1000 2000 5 1 2 8 4\n10 4 11 200 1000 2000 15 2 3 7 5\n";

    public const string BacaspTravel = "12 30 2 2\nC 160 0.15\n4 1 4.5 200 1000 2000 3 1 3 3.3 1.8 1.3\n5 2 6.0 200 1000 2000 6 1 2 2.5 1.4\n";

    public const string Csbap = """
        % Time allocation
        40

        % Berth length
        10

        % Berth breaks
        7
        3

        % Vessel index, size, arrival time, processing time, weight (=1 as default)
        1 3 2 5 2
        2 4 0 6 1
        4 3 1 4 3

        """;

    public const string Santini = """
        {
          "n_ships": 3, "n_berths": 3, "n_periods": 20,
          "ship_length": [2, 1, 3], "ship_arrival": [0, 1, 2], "ship_handling": [4, 3, 5]
        }
        """;

    public const string Ernst = "Vessels,2\r\nBegin, 2,14 \r\nEnd, 6,18\r\nProcessin, 5,4\r\nLength, 1.5,1.6000000000000001\r\nArrival, 0,3\r\n";

    public const string Barcelona = """
        {"task_id":"small-week","quay":"24B","first_section":2,"last_section":9,"section_m":42.0,
        "ships":[
        {"id":0,"length_m":120.5,"sections":3,"arrival":1,"handling":5,"planned_hour":1,"planned_section":2,"due":6,"draught_m":8.25},
        {"id":1,"length_m":160.0,"sections":4,"arrival":3,"handling":4,"planned_hour":3,"planned_section":5,"due":7,"draught_m":9.0},
        {"id":2,"length_m":80.0,"sections":2,"arrival":2,"handling":3,"planned_hour":null,"planned_section":null,"due":6,"draught_m":5.0}],
        "blocks":[{"first":8,"last":9,"start":2,"end":4,"kind":"closed"}],
        "naive_cost":99}
        """;

    /// <summary>The week of <see cref="Barcelona"/>, with its plan in force and its closure, as the document.</summary>
    public static readonly string Json = BerthFormats.Write(Read(Barcelona) with { Format = BerthFormat.Json });

    public static readonly (BerthFormat Format, string Text)[] All =
    [
        (BerthFormat.Json, Json),
        (BerthFormat.Dbap, Dbap), (BerthFormat.Bacasp, BacaspWhole), (BerthFormat.Bacasp, BacaspTravel), (BerthFormat.Csbap, Csbap),
        (BerthFormat.Santini, Santini), (BerthFormat.Ernst, Ernst), (BerthFormat.Barcelona, Barcelona),
    ];

    public static BerthInstance Read(string text, BerthFormat? format = null, string? variant = null) =>
        BerthFormats.Read("folder/sample.txt", Encoding.UTF8.GetBytes(text), format, variant);
}
