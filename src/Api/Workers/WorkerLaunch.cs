using System.Diagnostics;
using System.Reflection;

namespace BerthOpt.Api;

/// <summary>
/// How a worker is started: the same program, with limits that the process cannot lift. On Unix a shell sets them and becomes the worker:
/// no core dumps, data in memory (RLIMIT_DATA; address space cannot be limited, since the runtime reserves far more than it uses), time of
/// processors (RLIMIT_CPU, of its whole life), and a lower priority. The runtime's own heap limit lies below, so that managed code meets an exception first. Elsewhere that one alone holds.
/// </summary>
internal static class WorkerLaunch
{
    private const string Limits = "ulimit -c 0; ulimit -d $1 2>/dev/null; ulimit -t $2 2>/dev/null; n=$3; shift 3; exec nice -n $n \"$@\"";
    private const double HeapShare = 0.75;

    // What a program needs to run at all. Keys and addresses of the service are none of a worker's business.
    private static readonly string[] _kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "DOTNET_ROOT", "DOTNET_HOST_PATH", "SystemRoot", "USERPROFILE", "LOCALAPPDATA"];

    public static ProcessStartInfo Of(WorkerOptions options)
    {
        string[] program = [.. Program(), WorkerProgram.Verb, .. options.Drill is { } drill ? [drill] : Array.Empty<string>()];
        string[] command = OperatingSystem.IsWindows()
            ? program
            : ["/bin/sh", "-c", Limits, "worker", $"{options.Megabytes * 1024L}", $"{options.ProcessorSeconds}", $"{options.Nice}", .. program];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var kept = _kept.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(entry => entry.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = $"{(long)(options.Megabytes * HeapShare) << 20:x}";

        // A worker has one job at a time; the collector that a service likes takes memory and threads for many.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>This program again, also where it is a guest in another one.</summary>
    private static IEnumerable<string> Program()
    {
        var assembly = typeof(WorkerLaunch).Assembly.Location;
        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        if (executable == Environment.ProcessPath)
        {
            return [executable];
        }

        var dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return [dotnet, "exec", .. Runtime(assembly), assembly];
    }

    /// <summary>What the runtime is told of an assembly that came as a package, and so without settings of its own: those of the program it is a guest in.</summary>
    private static IEnumerable<string> Runtime(string assembly)
    {
        if (File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json")))
        {
            return [];
        }

        var host = Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()?.GetName().Name ?? "");
        return ["--runtimeconfig", $"{host}.runtimeconfig.json", "--depsfile", $"{host}.deps.json"];
    }
}
