using System.Text;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli.Files;

/// <summary>Berth problems and plans as files: everything that the commands read and write.</summary>
internal static class BerthFiles
{
    /// <summary>Names of the formats, <c>auto</c> first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["auto", .. Enum.GetNames<BerthFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads a problem.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="variant">Reading of the format; null for its default.</param>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static NamedInstance ReadInstance(string path, string format, string? variant)
    {
        var bytes = InputFile.Read(path);
        var instance = In(path, () => BerthFormats.Read(path, bytes, format == "auto" ? null : Enum.Parse<BerthFormat>(format, ignoreCase: true), variant));
        var name = instance.Problem.Name;
        return new NamedInstance(name.Length > 0 ? name : Path.GetFileNameWithoutExtension(path), instance);
    }

    /// <summary>The instance that <see cref="ReadInstance"/> would read from a problem's JSON, units included.</summary>
    public static NamedInstance Instance(BerthProblem problem) => new(problem.Name, BerthFormats.Read(problem.Name, Encoding.UTF8.GetBytes(Json(problem)), BerthFormat.Json));

    /// <summary>Reads a plan, JSON or CSV.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static BerthPlan ReadPlan(string path, NamedInstance instance)
    {
        var bytes = InputFile.Read(path);
        var isJson = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1000))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{');
        return In(path, () => isJson ? BerthPlanDocument.Read(bytes, instance.Problem) : BerthPlanCsv.Read(InputFile.Text(path), instance.Instance));
    }

    /// <summary>A problem as JSON.</summary>
    public static string Json(BerthProblem problem) => Written(stream => BerthDocument.Write(problem, stream, indented: true));

    /// <summary>A plan as JSON, with its cost where it is known.</summary>
    public static string Json(BerthProblem problem, BerthPlan plan, CostTerms? cost = null) => Written(stream => BerthPlanDocument.Write(problem, plan, cost, stream, indented: true));

    /// <summary>A plan as CSV, in the instance's units.</summary>
    public static string Csv(BerthInstance instance, BerthPlan plan) => BerthPlanCsv.Write(plan, instance);

    /// <summary>A plan as SVG.</summary>
    public static string Picture(BerthProblem problem, BerthPlan plan, long? lowerBound = null) => BerthSvg.Render(problem, plan, new BerthSvgOptions { LowerBound = lowerBound });

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()) + '\n';
    }

    private static T In<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidInputException fault)
        {
            throw UsageException.In(path, fault);
        }
    }
}
