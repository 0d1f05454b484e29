using System.Diagnostics;
using System.Globalization;

namespace BerthOpt.Bench.Kernels;

/// <summary>Moves a second of <see cref="QuayLoop"/> against the same program in C++, in turns on the same data; both must end at the same cost.</summary>
internal static class CppComparison
{
    private const int Turns = 5;
    private const ulong Seed = 1;

    /// <summary>Builds the C++ program, runs both and prints moves a second and their ratio.</summary>
    /// <param name="moves">Moves of each turn.</param>
    /// <returns>Exit code: 0 when both agree, 1 when they do not, 2 without a compiler.</returns>
    public static int Run(int moves)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "cpp", "quay_loop.cpp");
        var program = Path.Combine(Path.GetTempPath(), $"quay_loop-{Environment.ProcessId}");
        var compiler = new[] { "g++", "clang++" }.FirstOrDefault(name => TryStart(name, ["--version"], "", out _));
        if (compiler is null || !TryStart(compiler, ["-O3", "-march=native", "-std=c++20", "-o", program, source], "", out _))
        {
            Console.Error.WriteLine("Neither g++ nor clang++ builds cpp/quay_loop.cpp here; expected one of them on the path, with C++20.");
            return 2;
        }

        try
        {
            var agree = true;
            foreach (var (calls, cells, slotsPerCall) in new[] { (60, 100, 5), (250, 250, 2) })
            {
                agree &= Compare(program, moves, calls, cells, slotsPerCall);
            }

            return agree ? 0 : 1;
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static bool Compare(string program, int moves, int calls, int cells, int slotsPerCall)
    {
        var data = QuayLoop.Draw(calls, cells, slotsPerCall, Seed);
        var horizon = (calls * slotsPerCall) + (40 * calls);
        var words = new QuayLoop(cells, horizon, data, Seed).Words;
        var input = string.Join('\n', [
            string.Create(CultureInfo.InvariantCulture, $"{Seed} {moves} {cells} {words} {horizon} {calls}"),
            .. data.Select(call => string.Create(CultureInfo.InvariantCulture, $"{call.Arrival} {call.Width} {call.Slots} {call.Aim}"))]);
        var (ours, theirs, same) = (new double[Turns], new double[Turns], true);
        for (var turn = 0; turn < Turns; turn++)
        {
            var loop = new QuayLoop(cells, horizon, data, Seed);
            Do(loop, moves / 4);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            Do(loop, moves);
            ours[turn] = moves / watch.Elapsed.TotalSeconds;
            same &= GC.GetAllocatedBytesForCurrentThread() - before < 1000;
            if (!TryStart(program, [], input, out var output))
            {
                return false;
            }

            var parts = output.Split(' ');
            theirs[turn] = moves / double.Parse(parts[1], CultureInfo.InvariantCulture);
            same &= long.Parse(parts[0], CultureInfo.InvariantCulture) == loop.Total;
        }

        Array.Sort(ours);
        Array.Sort(theirs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{calls} calls, {cells} cells: C# {ours[Turns / 2]:#,0} moves/s, C++ {theirs[Turns / 2]:#,0} moves/s, ratio {ours[Turns / 2] / theirs[Turns / 2]:0.00} (medians of {Turns}), {(same ? "same cost, nothing allocated" : "RESULTS DIFFER or memory was allocated")}"));
        return same;
    }

    private static void Do(QuayLoop loop, int moves)
    {
        for (var move = 0; move < moves; move++)
        {
            loop.Move();
        }
    }

    private static bool TryStart(string program, string[] arguments, string input, out string output)
    {
        output = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
