using BerthOpt.Diagnostics;

namespace BerthOpt.Search;

/// <summary>A problem that would fill the memory is refused before any of it is taken.</summary>
internal static class MemoryLimit
{
    /// <summary>Most memory that a problem may take.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>Refuses a problem that is too large.</summary>
    /// <param name="bytes">Bytes that it takes.</param>
    /// <param name="has">What it has that takes them.</param>
    /// <param name="maybe">What to do about it.</param>
    /// <exception cref="InvalidInputException">It is too large.</exception>
    public static void Require(long bytes, string has, string maybe)
    {
        if (bytes > MostBytes)
        {
            throw InvalidInputException.Of("problem-too-large", "", $"has {has}, which take {bytes >> 20} MB to plan; expected at most {MostBytes >> 20} MB. {maybe}");
        }
    }
}
