namespace BerthOpt.Documents;

/// <summary>The property of a document that says what it is.</summary>
/// <param name="version">What it says: <c>berthopt/berths/1</c>.</param>
/// <param name="other">How the property of another document begins that is easily put in its place.</param>
/// <param name="maybe">What to say of that one.</param>
internal sealed class FormatVersion(string version, string other, string maybe)
{
    public Property<string> Property { get; } = Property<string>.Needed("formatVersion", null, new TextKind($"\"{version}\""), version, $"`{version}`");

    public void Check(DocumentObject from)
    {
        if (from.TryGet(Property, out var found) && found != version)
        {
            from.Fault("unknown-format", Property, $"is {Show.Text(found)}; expected \"{version}\". {(found.StartsWith(other, StringComparison.Ordinal) ? maybe : "Maybe a newer release wrote it.")}");
        }
    }

    public void Write(DocumentWriter to) => to.Put(Property, version);
}
