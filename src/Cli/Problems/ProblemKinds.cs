using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Cranes;
using BerthOpt.Cli.Empties;
using BerthOpt.Cli.Files;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli.Problems;

/// <summary>All kinds of problems, and the one door through which their files come in.</summary>
internal static class ProblemKinds
{
    /// <summary>Let the content decide.</summary>
    public const string Auto = "auto";

    /// <summary>In the order in which they are asked; the first is taken where nobody claims a file, and says what is wrong with it.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } = [new BerthKind(), new CraneKind(), new EmptiesKind(), new FlowKind()];

    /// <summary>Names of the kinds, <c>auto</c> first.</summary>
    public static string[] Names { get; } = [Auto, .. All.Select(kind => kind.Name)];

    /// <summary>Names of all formats, <c>auto</c> first.</summary>
    public static string[] Formats { get; } = [Auto, .. All.SelectMany(kind => kind.Formats).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a problem of whatever kind.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="problem">One of <see cref="Names"/>.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="variant">Reading of the format; null for its default.</param>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static Instance Open(string path, string problem = Auto, string format = Auto, string? variant = null)
    {
        var bytes = InputFile.Read(path).Bytes;
        UsageException? refusal = null;

        // Bare numbers may tell several kinds: then the first one that reads them without a fault; if there is none, the first one says what is wrong.
        foreach (var (kind, told) in Choose(path, bytes, problem, format))
        {
            try
            {
                return kind.Read(path, bytes, told, variant);
            }
            catch (UsageException fault)
            {
                refusal ??= fault;
            }
        }

        throw refusal!;
    }

    /// <summary>What a reader gives; its faults become a message that names the file.</summary>
    public static T In<T>(string path, Func<T> read)
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

    /// <summary>The kinds that a file may be of, each with its format; null where reading is to tell it.</summary>
    private static List<(ProblemKind Kind, string? Format)> Choose(string path, byte[] bytes, string problem, string format)
    {
        var fitting = All.Where(kind => (problem == Auto || kind.Name == problem) && (format == Auto || kind.Formats.Contains(format))).ToList();
        if (fitting.Count == 0)
        {
            throw new UsageException($"Option --format is \"{format}\", which --problem {problem} does not have; expected one of auto, {string.Join(", ", All.First(kind => kind.Name == problem).Formats)}.");
        }

        var forced = format == Auto ? null : format;
        if (fitting.Count == 1)
        {
            return [(fitting[0], forced)];
        }

        var told = In(path, () => fitting.Select(kind => (Kind: kind, Format: kind.FormatOf(path, bytes))).Where(kind => kind.Format is not null).ToList());
        return told.Count == 0 ? [(fitting[0], forced)] : [.. told.Select(kind => (kind.Kind, forced ?? kind.Format))];
    }
}
