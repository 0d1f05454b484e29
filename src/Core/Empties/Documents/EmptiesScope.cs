using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Diagnostics;
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

    public void Use(EmptiesParts parts)
    {
        Use(parts.Types, parts.Locations);
        Use(parts.Voyages, parts.Links);
        Declare(Conversion, parts.Conversions.Select(conversion => conversion.Id));
        Declare(Lease, parts.Leases.Select(lease => lease.Id));
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

    /// <summary>Adds what the rules of the model found, at its place in the document, unless it may follow from a fault told already.</summary>
    public void AddModelFaults(IEnumerable<Fault> found, JsonElement root, Shape shape)
    {
        foreach (var fault in found)
        {
            var translated = ModelPointer.Translate(fault, root, shape, out var intended);
            if (!Faults.Touches(intended))
            {
                Faults.Add(translated);
            }
        }
    }
}
