using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>What the parts of an empties document need of one another: the ids, once they are read.</summary>
internal sealed class EmptiesScope : DocumentScope
{
    public const string Type = "container type";
    public const string Location = "location";
    public const string Voyage = "voyage";
    public const string Link = "link";
    public const string Conversion = "conversion";
    public const string Lease = "lease";

    public EmptiesScope() => Units = Units with { Known = true };

    /// <summary>What is at hand once a whole problem is known.</summary>
    public static EmptiesScope Of(EmptiesProblem problem)
    {
        var parts = problem.Parts;
        var scope = new EmptiesScope();
        scope.Use(parts.Types, parts.Locations);
        scope.Use(parts.Voyages, parts.Links);
        scope.Declare(Conversion, parts.Conversions.Select(conversion => conversion.Id));
        scope.Declare(Lease, parts.Leases.Select(lease => lease.Id));
        return scope;
    }

    public void Use(ImmutableArray<ContainerType> types, ImmutableArray<Location> locations)
    {
        Declare(Type, types.Select(type => type.Id));
        Declare(Location, locations.Select(location => location.Id));
    }

    public void Use(ImmutableArray<Voyage> voyages, ImmutableArray<Link> links)
    {
        Declare(Voyage, voyages.Select(voyage => voyage.Id));
        Declare(Link, links.Select(link => link.Id));
    }
}
