using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests.Berths;

/// <summary>Whatever the bytes are: a problem, or faults, and never anything else.</summary>
public sealed class HostileDocumentTests
{
    /// <summary>The seed of a short document.</summary>
    private const ulong Small = 5;

    [Fact]
    public void A_document_cut_off_anywhere_is_truncated()
    {
        var bytes = BerthDocumentTests.Bytes(RandomBerthDocuments.Create(Small));
        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.Equal("truncated-json", Only(bytes.AsSpan(0, length)).Code);
        }
    }

    /// <summary>Every fifth byte in turn becomes each of these; most results are no JSON, some are, and all are told in faults.</summary>
    [Fact]
    public void A_document_with_one_wrong_byte_gives_faults_or_a_problem()
    {
        var bytes = BerthDocumentTests.Bytes(RandomBerthDocuments.Create(Small));
        var refused = 0;
        for (var at = 0; at < bytes.Length; at += 5)
        {
            foreach (var wrong in (byte[])[0, .. "\"\\,0}"u8, 0xFF])
            {
                var copy = bytes.ToArray();
                copy[at] = wrong;
                refused += Read(copy).Length > 0 ? 1 : 0;
            }
        }

        Assert.True(refused > bytes.Length / 5);
    }

    /// <summary>Each value in turn becomes each of these: the faults all lie at places that exist.</summary>
    [Fact]
    public void A_document_with_one_wrong_value_gives_faults_at_places_that_exist()
    {
        var text = Encoding.UTF8.GetString(BerthDocumentTests.Bytes(RandomBerthDocuments.Create(11)));
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0; at = text.IndexOf(':', at + 1))
        {
            foreach (var wrong in new[] { "null,\"_\":", "[],\"_\":", "{},\"_\":", "-1e28,\"_\":", "0.1,\"_\":", "\"\",\"_\":", "true,\"_\":", "[null],\"_\":", "\"\\ud83d\",\"_\":" })
            {
                var changed = text.Insert(at + 1, wrong);
                if (!IsJson(changed))
                {
                    continue;
                }

                using var document = JsonDocument.Parse(changed);
                Assert.All(Read(Encoding.UTF8.GetBytes(changed)), fault => Assert.True(Pointers.Resolves(document.RootElement, fault.Place), fault.Place));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    [InlineData("\0")]
    [InlineData("{\"name\": \"a\0b\"}")]
    [InlineData("{} {}")]
    [InlineData("{} x")]
    [InlineData("{'name': 1}")]
    [InlineData("{\"name\": NaN}")]
    [InlineData("{\"name\": +1}")]
    [InlineData("{\"name\": 1,}")]
    [InlineData("// comment\n{}")]
    public void What_is_not_JSON_is_told_with_line_and_column(string text)
    {
        var fault = Only(Encoding.UTF8.GetBytes(text));

        Assert.Equal("bad-json", fault.Code);
        Assert.Matches("^line [0-9]+, column [0-9]+$", fault.Place);
    }

    [Fact]
    public void Line_and_column_count_as_editors_do() =>
        Assert.Equal("line 3, column 10", Only("{\n  \"name\": \"\",\n  \"é🚢\": !"u8).Place);

    [Fact]
    public void Bytes_of_another_encoding_are_told() =>
        Assert.Contains("UTF-16", Only(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()).Message, StringComparison.Ordinal);

    [Fact]
    public void Broken_utf8_inside_text_is_told() =>
        Assert.Contains(Read([.. "{\"name\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]), fault => fault is { Code: "bad-text", Place: "/name" });

    [Theory]
    [InlineData("[]")]
    [InlineData("\"quays\"")]
    [InlineData("1e999")]
    [InlineData("null")]
    public void Another_value_at_the_top_is_a_wrong_type(string text) =>
        Assert.Equal(("wrong-type", ""), Only(Encoding.UTF8.GetBytes(text)) is var fault ? (fault.Code, fault.Place) : default);

    [Theory]
    [InlineData(33, "{\"quays\":", "too-deep")]
    [InlineData(100_000, "[", "too-deep")]
    [InlineData(5_000_000, "{\"a\":", "too-deep")]
    [InlineData(20, "[", "truncated-json")]
    public void Depth_is_limited(int depth, string level, string code) =>
        Assert.Equal(code, Only(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, depth)))).Code);

    [Fact]
    public void Size_is_limited()
    {
        var bytes = BerthDocumentTests.Bytes(RandomBerthDocuments.Create(5));

        Assert.True(BerthDocument.TryRead(bytes, out _, out _, maxBytes: bytes.Length));
        Assert.False(BerthDocument.TryRead(bytes, out _, out var faults, maxBytes: bytes.Length - 1));
        Assert.Equal("too-large", Assert.Single(faults).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Ten_megabytes_of_garbage_are_refused(int kind)
    {
        const int size = 10_000_000;
        var rng = new Rng(1);
        byte[] bytes = kind switch
        {
            0 => [.. Enumerable.Range(0, size).Select(_ => (byte)rng.Next(256))],
            1 => [.. "{\"calls\":["u8, .. Enumerable.Repeat((byte)'9', size), .. "]}"u8],
            _ => [.. "{\"calls\":["u8, .. Enumerable.Range(0, size).Select(index => (byte)(index % 2 == 0 ? '0' : ',')), .. "0]}"u8],
        };

        Assert.NotEmpty(Read(bytes));
    }

    [Fact]
    public void Many_unknown_references_do_not_take_their_square_of_time()
    {
        var calls = string.Join(',', Enumerable.Range(0, 20_000).Select(index => $"{{\"id\":\"{index}\",\"lengthMetres\":10,\"arrivalMinutes\":0,\"handling\":{{\"minutes\":60}}}}"));
        var entries = string.Join(',', Enumerable.Repeat("{\"call\":\"x9999\",\"quay\":\"Q\",\"positionMetres\":0,\"startMinutes\":0}", 20_000));
        var text = $"{{\"formatVersion\":\"{BerthDocument.FormatVersion}\",\"horizonMinutes\":600,\"quays\":[{{\"id\":\"Q\",\"lengthMetres\":100}}],\"calls\":[{calls}],\"baseline\":[{entries}]}}";

        Assert.Equal(101, Read(Encoding.UTF8.GetBytes(text)).Length);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Fault Only(ReadOnlySpan<byte> bytes) => Assert.Single(Read(bytes.ToArray()));

    private static ImmutableArray<Fault> Read(byte[] bytes)
    {
        Assert.Equal(BerthDocument.TryRead(bytes, out var problem, out var faults), problem is not null);
        Assert.Equal(problem is null, faults.Length > 0);
        Assert.All(faults, fault => Assert.DoesNotContain(fault.Message, char.IsControl));
        return faults;
    }
}
