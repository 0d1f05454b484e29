namespace BerthOpt.Drawing;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>The box, smaller by so much on each side.</summary>
    public Box Inset(double margin) => new(X + margin, Y + margin, Width - (2 * margin), Height - (2 * margin));
}
