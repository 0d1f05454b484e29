namespace BerthOpt.Cli;

/// <summary>How a command ends; the README lists them.</summary>
internal static class ExitCode
{
    /// <summary>A plan was found, or what was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>It is proven that there is no plan.</summary>
    public const int Infeasible = 2;

    /// <summary>An option, a file or its content cannot be used.</summary>
    public const int InvalidInput = 3;

    /// <summary>A limit was reached before a plan was found.</summary>
    public const int NoPlan = 4;

    /// <summary>The checker refused the plan.</summary>
    public const int Refused = 5;

    /// <summary>A fault of the program itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Unexpected = 70;
}
