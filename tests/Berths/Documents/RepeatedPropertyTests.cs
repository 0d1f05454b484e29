using System.Text;
using System.Text.Json;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

public sealed class RepeatedPropertyTests
{
    /// <summary>Readers of JSON follow a pointer into the last of two properties of one name, and so does who mends the document.</summary>
    [Fact]
    public void Of_a_property_that_stands_there_twice_the_last_one_is_read()
    {
        const string Text = """{"formatVersion":"berthopt/berths/1","horizonMinutes":60,"quays":[{"id":"Q","lengthMetres":100,"first":1}],"quays":[{"id":"Q","lengthMetres":100,"last":1}],"calls":[]}""";

        Assert.False(BerthDocument.TryRead(Encoding.UTF8.GetBytes(Text), out _, out var faults));

        Assert.Contains(faults, fault => (fault.Code, fault.Place) == ("unknown-property", "/quays/0/last"));
        Assert.All(faults, fault => Assert.True(Pointers.Resolves(JsonElement.Parse(Text), fault.Place), fault.Place));
    }
}
