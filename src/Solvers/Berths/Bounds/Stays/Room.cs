using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>A stretch of a quay that no hull reaches out of: between two breaks, or the whole quay.</summary>
/// <param name="Quay">The quay.</param>
/// <param name="From">First cell.</param>
/// <param name="To">Cell behind the last.</param>
/// <param name="Length">Cells, and the clearance that the last hull may have behind it.</param>
internal sealed record Room(int Quay, int From, int To, int Length)
{
    /// <summary>The rooms of all quays.</summary>
    public static Room[] Of(BerthModel model)
    {
        var rooms = new List<Room>();
        for (var quay = 0; quay < model.Quays.Length; quay++)
        {
            var view = model.Quays[quay];
            var from = 0;
            for (var cell = 1; cell <= view.Cells; cell++)
            {
                // A break at a section lies in front of it.
                if (cell == view.Cells || (view.IsContinuous && view.BreaksBefore is { } breaks && breaks[cell + 1] > breaks[cell]))
                {
                    rooms.Add(new Room(quay, from, cell, cell - from + view.HullGap));
                    from = cell;
                }
            }
        }

        return [.. rooms];
    }

    /// <summary>Whether a call may lie in it, at a zone of its quay.</summary>
    public bool Holds(Zone zone) => zone.Quay == Quay && To - From >= zone.Width
        && BitRows.NextSet(zone.Allowed, Math.Max(From, zone.From), Math.Min(zone.To, To - zone.Width + 1)) >= 0;
}
