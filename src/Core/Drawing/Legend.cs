namespace BerthOpt.Drawing;

/// <summary>What the marks mean; only those that this picture has.</summary>
internal sealed class Legend
{
    private const double RowHeight = 20;
    private const double Swatch = 22;
    public const double Size = 10.5;

    private readonly List<(Action<SvgCanvas, Box> Sample, string Words, double X, int Row)> items = [];
    private readonly double width;
    private double x;
    private int row;

    /// <param name="width">Room from left to right, in pixels.</param>
    public Legend(double width) => this.width = width;

    public double Height => items.Count == 0 ? 0 : (row + 1) * RowHeight;

    public void Draw(SvgCanvas canvas, (double X, double Y) at)
    {
        canvas.Group("legend");
        foreach (var (sample, words, left, line) in items)
        {
            var box = new Box(at.X + left, at.Y + (line * RowHeight) + 3, Swatch, 11);
            sample(canvas, box);
            canvas.Text((box.Right + 6, box.Bottom - 1.5), words, Size, "soft");
        }

        canvas.End();
    }

    public static double Middle(Box box) => box.Y + (box.Height / 2);

    /// <summary>A mark and what it means, where the picture has it.</summary>
    public void Add(bool used, string words, Action<SvgCanvas, Box> sample)
    {
        if (!used)
        {
            return;
        }

        var needed = Swatch + 6 + Words.Width(words, Size) + 14;
        if (x > 0 && x + needed > width)
        {
            (x, row) = (0, row + 1);
        }

        items.Add((sample, words, x, row));
        x += needed;
    }
}
