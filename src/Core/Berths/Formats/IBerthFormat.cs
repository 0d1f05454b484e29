using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>One file format of berth problems: how to tell it, read it and write it.</summary>
internal interface IBerthFormat : IFormat<BerthFormat, BerthInstance>
{
    /// <summary>The features that a file of this format can say.</summary>
    BerthFeatures Says { get; }

    /// <summary>Whether a file fixes minutes per slot and metres per section.</summary>
    bool HasUnits { get; }

    /// <summary>
    /// Writes the instance as well as the format can; may be wrong for a problem that the format cannot say, since the facade reads
    /// every text back and compares. Must not fail on any valid problem that makes use only of <see cref="Says"/>.
    /// </summary>
    string Write(BerthInstance instance);
}
