namespace BerthOpt.Api;

/// <summary>All kinds of problems that the service knows.</summary>
internal static class ProblemKinds
{
    public static IReadOnlyList<ProblemKind> All { get; } = [new BerthKind(), new CraneKind(), new EmptiesKind()];

    /// <summary>The kind of this name; null when there is none.</summary>
    public static ProblemKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
