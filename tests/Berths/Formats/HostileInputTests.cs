using System.Text;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

/// <summary>Damaged and senseless files: each is read as a problem that can be written again, or refused with faults; nothing else happens.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Tokens = ["NaN", "-1", "1e999", "99999999999", "16777216", "0.05", "\0", "{", "]", "%", "C", "é", ",", "\uFEFF", "1e-28", "-0", "null", "\"", "\n", "x3"];

    public static TheoryData<int> SampleNumbers { get; } = new(Enumerable.Range(0, FormatSamples.All.Length));

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void Damaged_instances_are_read_or_refused(int number)
    {
        var (format, text) = FormatSamples.All[number];
        var rng = new Rng((ulong)number);
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            var bytes = Damage(Encoding.UTF8.GetBytes(text), rng);
            var variants = BerthFormats.Variants(format);
            refused += Survives(bytes, null, null) ? 0 : 1;
            refused += Survives(bytes, format, variants.IsEmpty ? null : variants[rng.Next(variants.Length)]) ? 0 : 1;
        }

        Assert.InRange(refused, 300, 999);
    }

    [Fact]
    public void Damaged_plans_are_read_or_refused()
    {
        var instance = FormatSamples.Read(FormatSamples.BacaspTravel);
        var text = BerthPlanCsv.Write(new BerthPlan([new Assignment(0, -1, 2, 20, 56, 2, 0), null]), instance);
        var rng = new Rng(99);
        var refused = 0;
        for (var round = 0; round < 1000; round++)
        {
            var damaged = Encoding.UTF8.GetString(Damage(Encoding.UTF8.GetBytes(text), rng));
            try
            {
                var plan = BerthPlanCsv.Read(damaged, instance);
                Assert.Equal(plan.Assignments, BerthPlanCsv.Read(BerthPlanCsv.Write(plan, instance), instance).Assignments);
            }
            catch (InvalidInputException fault)
            {
                Assert.NotEmpty(fault.Faults);
                refused++;
            }
        }

        Assert.InRange(refused, 300, 999);
    }

    public static TheoryData<string> Garbage { get; } = ["a ", "1 ", "1\n", "\n", "{", "{\"a\":", "[", "%", "% \n", "Vessels,1\n", "Vessels,1 Begin,", "1 1 1 1\n", "1 1 1 1\n1 1 1 1 1 1 1 1 1 1\n", "9", "-", "1e999 ", "é"];

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Ten_megabytes_of_garbage_are_refused(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 10_000_000 / Encoding.UTF8.GetByteCount(piece))));
        foreach (var format in FormatSamples.All.Select(sample => (BerthFormat?)sample.Format).Distinct().Append(null))
        {
            var faults = Assert.Throws<InvalidInputException>(() => BerthFormats.Read("garbage", bytes, format)).Faults;
            Assert.InRange(faults.Length, 1, 101);
            Assert.All(faults, fault => Assert.InRange(fault.Message.Length, 1, 400));
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var rng = new Rng(3);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[1 + rng.Next(300)];
            for (var index = 0; index < bytes.Length; index++)
            {
                bytes[index] = (byte)rng.Next(round % 2 == 0 ? 256 : 127);
            }

            Assert.Throws<InvalidInputException>(() => BerthFormats.Read("noise", bytes));
        }
    }

    private static bool Survives(byte[] bytes, BerthFormat? format, string? variant)
    {
        BerthInstance instance;
        try
        {
            instance = BerthFormats.Read("damaged", bytes, format, variant);
        }
        catch (InvalidInputException fault)
        {
            Assert.NotEmpty(fault.Faults);
            Assert.All(fault.Faults, each => Assert.NotEmpty(each.Message));
            return false;
        }

        var again = BerthFormats.Read("again", Encoding.UTF8.GetBytes(BerthFormats.Write(instance)), instance.Format, instance.Variant.Length == 0 ? null : instance.Variant);
        Assert.Null(BerthFacts.Difference(instance.Problem, again.Problem));
        return true;
    }

    private static byte[] Damage(byte[] bytes, Rng rng)
    {
        for (var times = 1 + rng.Next(3); times > 0 && bytes.Length > 0; times--)
        {
            var at = rng.Next(bytes.Length);
            var start = Array.LastIndexOf(bytes, (byte)'\n', at) + 1;
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            end = end < 0 ? bytes.Length : end + 1;
            bytes = rng.Next(7) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << rng.Next(8))), .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Tokens[rng.Next(Tokens.Length)]), .. bytes[at..]],
                3 => start < end ? [.. bytes[..end], .. bytes[start..end], .. bytes[end..]] : bytes,
                4 => start < end ? [.. bytes[..start], .. bytes[end..]] : bytes,
                5 => [.. bytes[..at], (byte)('0' + rng.Next(10)), .. bytes[(at + 1)..]],
                _ => [.. bytes[..at], .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }
}
