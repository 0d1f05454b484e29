using BenchmarkDotNet.Running;

// All of it, quickly: dotnet run -c Release --project bench/Kernels -- --filter '*' --job short --inProcess
// In a process of its own each, which builds once more: the same without --inProcess, on a slow machine with --buildTimeout 600.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
