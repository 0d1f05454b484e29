namespace BerthOpt.Empties;

/// <summary>What flow on an arc means for a plan.</summary>
internal enum ArcKind
{
    /// <summary>Nothing: waiting, book-keeping.</summary>
    None,

    /// <summary>A is the voyage, B the leg, C the type.</summary>
    Leg,

    /// <summary>A is the voyage, B the stop, C the type: containers go on board.</summary>
    Load,

    /// <summary>A is the voyage, B the stop, C the type: containers come ashore.</summary>
    Discharge,

    /// <summary>A is the link, B the period, C the type.</summary>
    Link,

    /// <summary>A is the conversion, B the period, C how many units of flow are a run.</summary>
    Conversion,

    /// <summary>A is the demand, B the type, C how many units of flow serve one that is asked for.</summary>
    Fulfilment,

    /// <summary>A is the contract, B the place, C the period.</summary>
    OnHire,

    /// <summary>A is the contract, B the place, C the period.</summary>
    OffHire,
}

/// <summary>What flow on an arc means for a plan.</summary>
internal readonly record struct ArcUse(ArcKind Kind, int A = 0, int B = 0, int C = 0);
