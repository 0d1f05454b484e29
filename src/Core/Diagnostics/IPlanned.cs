namespace BerthOpt.Diagnostics;

/// <summary>What a plan speaks of and a checker judges: a call at its berth, a task at work.</summary>
internal interface IPlanned
{
    /// <summary>Its index in the problem.</summary>
    int Index { get; }

    /// <summary>How messages begin: <c>Call "7"</c>.</summary>
    string Name { get; }
}
