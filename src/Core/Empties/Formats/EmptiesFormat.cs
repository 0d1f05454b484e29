namespace BerthOpt.Empties.Formats;

/// <summary>The file formats of empties instances; each file of this folder says one of them in full.</summary>
public enum EmptiesFormat
{
    /// <summary>BerthOpt's own JSON document: everything that a problem can say.</summary>
    Json,
}
