namespace BerthOpt.Documents;

/// <summary>A property of an object in a document.</summary>
/// <param name="Name">Its name, with the unit.</param>
/// <param name="Meaning">What it says, in half a sentence; the page on the format is made of these.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Model">What the rules of the model call it; null when they never speak of it.</param>
internal abstract record Property(string Name, string Meaning, bool Required, string? Model)
{
    /// <summary>What may stand there.</summary>
    public abstract Kind What { get; }
}

/// <inheritdoc cref="Property"/>
/// <typeparam name="T">The type of its value.</typeparam>
internal sealed record Property<T> : Property
{
    private readonly Func<DocumentScope, T> fallback;

    private Property(string name, Kind<T> kind, string meaning, bool required, string? model, Func<DocumentScope, T> fallback)
        : base(name, meaning, required, model)
    {
        Kind = kind;
        this.fallback = fallback;
    }

    public Kind<T> Kind { get; }

    public override Kind What => Kind;

    /// <summary>The value when the property is left out; for a required one, what stands in so that reading goes on.</summary>
    public T Fallback(DocumentScope scope) => fallback(scope);

    public static Property<T> Needed(string name, string? model, Kind<T> kind, string meaning) => new(name, kind, meaning, true, model, kind.StandIn);

    public static Property<T> Needed(string name, string? model, Kind<T> kind, T standIn, string meaning) => new(name, kind, meaning, true, model, _ => standIn);

    public static Property<T> Optional(string name, string? model, Kind<T> kind, T left, string meaning) => new(name, kind, meaning, false, model, _ => left);
}
