using System.Globalization;
using BenchmarkDotNet.Running;
using BerthOpt.Bench.Kernels;

// All of it, quickly: dotnet run -c Release --project bench/Kernels -- --filter '*' --job short --inProcess
// In a process of its own each, which builds once more: the same without --inProcess, on a slow machine with --buildTimeout 600.
// Moves a second against the same loop in C++, where there is a compiler: dotnet run -c Release --project bench/Kernels -- cpp [MOVES]
if (args is ["cpp", ..])
{
    return CppComparison.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
