using BerthOpt.Documents;

namespace BerthOpt.Tests.Berths;

/// <summary>All shapes of a document, found from its top.</summary>
internal static class DocumentVocabulary
{
    public static IReadOnlyList<Shape> Shapes(Shape top)
    {
        var found = new List<Shape> { top };
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(found[index].Properties.Select(property => property.What.Inner).OfType<Shape>().Where(inner => !found.Contains(inner)).Distinct().ToList());
        }

        return found;
    }
}
