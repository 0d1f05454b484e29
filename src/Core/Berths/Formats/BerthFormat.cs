namespace BerthOpt.Berths.Formats;

/// <summary>The file formats of berth instances; each file of this folder says one of them in full.</summary>
public enum BerthFormat
{
    /// <summary>BerthOpt's own JSON document: everything that a problem can say.</summary>
    Json,

    /// <summary>Discrete berths with handling by berth (Cordeau, Laporte, Legato and Moccia 2005; Lalla-Ruiz et al. 2012; Kramer et al. 2019).</summary>
    Dbap,

    /// <summary>Continuous quay with specific quay cranes (Correcher, Perea and Alvarez-Valdes 2024).</summary>
    Bacasp,

    /// <summary>Continuous quay with breaks and weights.</summary>
    Csbap,

    /// <summary>Hybrid berths and the makespan (Santini's JSON).</summary>
    Santini,

    /// <summary>Continuous quay with tide windows for departures (Ernst, Oguz, Singh and Taherkhani 2017).</summary>
    Ernst,

    /// <summary>A disrupted week with its published plan (Port of Barcelona weeks, JSON).</summary>
    Barcelona,
}
