namespace BerthOpt.Diagnostics;

/// <summary>One thing that is wrong with an input: what, where, and what to do about it.</summary>
/// <param name="Code">Stable kebab-case code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Place">Where: a JSON Pointer (RFC 6901, <c>/calls/3/length</c>) or <c>line 12</c>.</param>
/// <param name="Message">What was found, what was expected, and often a "Maybe ...".</param>
public sealed record Fault(string Code, string Place, string Message)
{
    /// <summary>The fault as one line: place, message and code.</summary>
    public override string ToString() => $"{(Place.Length == 0 ? "/" : Place)}: {Message} [{Code}]";
}
