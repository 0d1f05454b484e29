namespace BerthOpt.Cranes.Formats;

/// <summary>The file formats of crane instances; each file of this folder says one of them in full.</summary>
public enum CraneFormat
{
    /// <summary>BerthOpt's own JSON document: everything that a problem can say.</summary>
    Json,

    /// <summary>Groups of containers with precedences, as text (QCSPgen, Meisel and Bierwirth 2011; the instances of Kim and Park 2004 too).</summary>
    Qcspgen,

    /// <summary>The same as JSON (qcspgen-py).</summary>
    QcspgenJson,

    /// <summary>Whole bays and cranes that do not cross, as text (Jooken, Leyman and De Causmaecker 2023).</summary>
    Jooken,

    /// <summary>The containers of vessels bay by bay, as JSON, from which tasks are made (<see cref="BayWorkloadDocument"/>).</summary>
    Workload,
}
