namespace BerthOpt.Berths;

/// <summary>What a branch decides.</summary>
internal enum RelationKind
{
    /// <summary>The first call lies left of the second.</summary>
    Left,

    /// <summary>The first call has left before the second comes.</summary>
    Before,

    /// <summary>The first call begins at a slot below the limit; Second is the limit.</summary>
    StartBelow,

    /// <summary>The first call begins at a slot from the limit on.</summary>
    StartFrom,

    /// <summary>The first call lies at a cell below the limit.</summary>
    CellBelow,

    /// <summary>The first call lies at a cell from the limit on.</summary>
    CellFrom,

    /// <summary>The first call has fewer cranes than the limit.</summary>
    CranesBelow,

    /// <summary>The first call has at least as many cranes as the limit.</summary>
    CranesFrom,
}

/// <summary>A decision of a branch: an order of two calls, or half of what one call may do.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="First">A call.</param>
/// <param name="Second">Another call, or the limit.</param>
internal readonly record struct Relation(RelationKind Kind, int First, int Second)
{
    /// <summary>Whether it orders two calls, and so goes on restricting them below.</summary>
    public bool IsOrder => Kind is RelationKind.Left or RelationKind.Before;
}
