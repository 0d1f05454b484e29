using System.Buffers;
using System.Text;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Diagnostics;
using BerthOpt.Tests.Berths;
using FsCheck.Xunit;
using MessagePack;

namespace BerthOpt.Tests.Api;

public sealed class MessagePackTextTests
{
    private delegate void Write(ref MessagePackWriter writer);

    [Property(MaxTest = 100)]
    public void A_document_comes_back_as_it_was(ulong seed)
    {
        var json = BerthDocumentTests.Bytes(RandomBerthDocuments.Create(seed));

        Assert.True(Near(JsonElement.Parse(json), JsonElement.Parse(Json(MessagePackText.FromJson(json)))));
    }

    [Fact]
    public void Numbers_of_every_kind_keep_their_value()
    {
        var json = Json(Packed((ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(10);
            writer.Write(0);
            writer.Write(-1);
            writer.Write(-32);
            writer.Write(-129);
            writer.Write(long.MinValue);
            writer.Write(ulong.MaxValue);
            writer.Write(0.1f);
            writer.Write(0.1);
            writer.Write(1e300);
            writer.Write(-0.5);
        }));

        Assert.Equal("[0,-1,-32,-129,-9223372036854775808,18446744073709551615,0.1,0.1,1E+300,-0.5]", json);
    }

    [Fact]
    public void What_is_no_number_becomes_text_for_the_validator_to_find()
    {
        var json = Json(Packed((ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(2);
            writer.Write(double.NaN);
            writer.Write(float.NegativeInfinity);
        }));

        Assert.Equal("""["NaN","-Infinity"]""", json);
    }

    [Fact]
    public void Letters_of_all_languages_and_quotes_pass() =>
        Assert.Equal("Łódź \"</script>\" \\ \n\0 港 \U0001F6A2", JsonElement.Parse(Json(Packed((ref MessagePackWriter writer) => writer.Write("Łódź \"</script>\" \\ \n\0 港 \U0001F6A2")))).GetString());

    [Theory]
    [InlineData("", "truncated-msgpack")]
    [InlineData("91", "truncated-msgpack")]
    [InlineData("81A161", "truncated-msgpack")]
    [InlineData("DDFFFFFFFF", "truncated-msgpack")]
    [InlineData("DFFFFFFFFF", "truncated-msgpack")]
    [InlineData("DBFFFFFFFF", "truncated-msgpack")]
    [InlineData("DB7FFFFFFF61", "truncated-msgpack")]
    [InlineData("C1", "bad-msgpack")]
    [InlineData("C0C0", "bad-msgpack")]
    [InlineData("C403010203", "bad-msgpack")]
    [InlineData("D6FF00000000", "bad-msgpack")]
    [InlineData("810102", "bad-msgpack")]
    [InlineData("81C002", "bad-msgpack")]
    [InlineData("A2C328", "bad-msgpack")]
    [InlineData("A3EDA0BD", "bad-msgpack")]
    [InlineData("81A2C32801", "bad-msgpack")]
    public void What_is_no_document_is_told_with_its_byte(string hex, string code)
    {
        var fault = Refused(Convert.FromHexString(hex));

        Assert.Equal(code, fault.Code);
        Assert.Matches("^byte [0-9]+$", fault.Place);
    }

    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "too-deep")]
    [InlineData(3_000_000, "too-deep")]
    public void Depth_is_limited(int depth, string? code)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0x91, depth), 0xC0];

        if (code is null)
        {
            Assert.Equal(depth, Json(bytes).Count(letter => letter == '['));
        }
        else
        {
            Assert.Equal(code, Refused(bytes).Code);
        }
    }

    [Fact]
    public void Size_as_JSON_is_limited()
    {
        byte[] bytes = [0xDD, 0, 0x0F, 0x42, 0x40, .. Enumerable.Repeat((byte)0xC2, 1_000_000)];

        Assert.Equal("too-large", Assert.Single(Assert.Throws<InvalidInputException>(() => MessagePackText.ToJson(bytes, 100_000)).Faults).Code);
        Assert.Equal(6_000_001, MessagePackText.ToJson(bytes, 6_000_001).Length);
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_give_JSON_or_a_fault(byte[] bytes)
    {
        try
        {
            JsonElement.Parse(Json(bytes));
        }
        catch (InvalidInputException exception)
        {
            Assert.Single(exception.Faults);
        }
    }

    private static string Json(byte[] bytes) => Encoding.UTF8.GetString(MessagePackText.ToJson(bytes, 1 << 24).Span);

    private static Fault Refused(byte[] bytes) => Assert.Single(Assert.Throws<InvalidInputException>(() => Json(bytes)).Faults);

    private static byte[] Packed(Write write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Equal, with decimals as near as binary numbers come. Whole numbers beyond 64 bits, which no answer has, come back as text.</summary>
    private static bool Near(JsonElement a, JsonElement b) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => a.EnumerateObject().Zip(b.EnumerateObject()).All(pair => pair.First.Name == pair.Second.Name && Near(pair.First.Value, pair.Second.Value)),
        (JsonValueKind.Array, JsonValueKind.Array) => a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => Near(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => a.GetDouble() == b.GetDouble(),
        (JsonValueKind.Number, JsonValueKind.String) => a.GetDecimal() > ulong.MaxValue && a.GetRawText() == b.GetString(),
        _ => JsonElement.DeepEquals(a, b),
    };
}
