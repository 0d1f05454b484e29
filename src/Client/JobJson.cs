using System.Text.Json;
using System.Text.Json.Serialization;

namespace BerthOpt.Client;

/// <summary>Reads what the service says of a job, by code made at build time, so that programs can be trimmed.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(JobState))]
[JsonSerializable(typeof(SlotOffers))]
internal sealed partial class JobJson : JsonSerializerContext;
