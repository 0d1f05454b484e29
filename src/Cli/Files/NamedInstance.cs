using BerthOpt.Berths;
using BerthOpt.Berths.Formats;

namespace BerthOpt.Cli.Files;

/// <summary>An instance and what to call it: the problem's own name, else its file's.</summary>
internal sealed record NamedInstance(string Name, BerthInstance Instance)
{
    public BerthProblem Problem => Instance.Problem;
}
