using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BerthOpt.Api;

/// <summary>Jobs and events as rows.</summary>
internal static class JobRows
{
    /// <summary>What <see cref="Job"/> reads, in its order.</summary>
    public const string Columns = "id, tenant, kind, status, tags, problem_hash, options, created, started, finished, attempts, version, findings, initial_hash, replanned_from";

    /// <summary>Number of <see cref="Columns"/>.</summary>
    public const int Count = 15;

    public static Job Job(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Tenant = row.GetString(1),
        Kind = row.GetString(2),
        Status = (JobStatus)row.GetInt32(3),
        Tags = JsonSerializer.Deserialize<ImmutableArray<string>>(row.GetString(4)),
        ProblemHash = row.GetString(5),
        Options = row.GetString(6),
        Created = Time(row.GetInt64(7)),
        Started = TimeOrNull(row, 8),
        Finished = TimeOrNull(row, 9),
        Attempts = row.GetInt32(10),
        Version = row.GetInt64(11),
        Findings = JsonSerializer.Deserialize<JobFindings>(row.GetString(12))!,
        InitialPlanHash = row.IsDBNull(13) ? null : row.GetString(13),
        ReplannedFrom = row.IsDBNull(14) ? null : row.GetString(14),
    };

    public static JobEvent Event(SqliteDataReader row) => new(row.GetInt64(0), Time(row.GetInt64(1)), row.GetString(2), row.GetString(3));

    public static byte[]? Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    public static string Text(JobFindings findings) => JsonSerializer.Serialize(findings);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset? TimeOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Time(row.GetInt64(column));
}
