namespace BerthOpt.Kernels;

/// <summary>Chooses a kernel's path at compile time, so that a test can run both paths in one process.</summary>
internal interface ISimdMode
{
    /// <summary>Whether the vector path is taken.</summary>
    static abstract bool UseVectors { get; }
}

/// <summary>The vector path; the JIT falls back to narrower vectors where the machine has no wide ones.</summary>
internal readonly struct Simd : ISimdMode
{
    public static bool UseVectors => true;
}

/// <summary>The scalar path alone.</summary>
internal readonly struct ScalarOnly : ISimdMode
{
    public static bool UseVectors => false;
}
