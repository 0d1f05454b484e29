using Microsoft.Data.Sqlite;

namespace BerthOpt.Api;

/// <summary>
/// The database: one connection that writes, under a lock, and others that read beside it. Submitting and ending a job wait for the disk;
/// plans and events on the way survive a crash of the process, and at most the last of them are lost when the power fails.
/// </summary>
internal sealed class SqliteJobs : IDisposable
{
    private const int PageBytes = 4096;
    private const int Full = 13;
    private const int MostSeconds = 5;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS jobs (
            id TEXT PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER NOT NULL, tags TEXT NOT NULL,
            key TEXT, body_hash TEXT NOT NULL, problem_hash TEXT NOT NULL, problem BLOB, options TEXT NOT NULL,
            created INTEGER NOT NULL, started INTEGER, finished INTEGER, attempts INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1,
            fence INTEGER NOT NULL DEFAULT 0, owner TEXT, lease INTEGER, stop INTEGER NOT NULL DEFAULT 0,
            findings TEXT NOT NULL, plan BLOB, last_event INTEGER NOT NULL DEFAULT 0,
            initial_plan BLOB, initial_hash TEXT, replanned_from TEXT) WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS jobs_by_key ON jobs (tenant, key) WHERE key IS NOT NULL;
        CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (status, id);
        CREATE INDEX IF NOT EXISTS jobs_by_tenant ON jobs (tenant, id);
        CREATE TABLE IF NOT EXISTS events (
            job TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
            PRIMARY KEY (job, number)) WITHOUT ROWID;
        """;

    // What files of older services lack.
    private static readonly (string Name, string Type)[] _laterColumns = [("initial_plan", "BLOB"), ("initial_hash", "TEXT"), ("replanned_from", "TEXT")];

    private readonly Lock _writing = new();
    private readonly SqliteConnection _writer;
    private readonly string _source;
    private readonly CrashDrill _drill;
    private bool _durable;

    public SqliteJobs(string file, int megabytes, CrashDrill drill)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _drill = drill;
        _source = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = MostSeconds }.ToString();
        _writer = new SqliteConnection(_source);
        Guarded(() =>
        {
            _writer.Open();
            Execute(_writer, $"PRAGMA page_size={PageBytes}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA max_page_count={(long)megabytes * (1 << 20) / PageBytes}; PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864");
            Execute(_writer, Schema);
            var columns = Rows(Command(_writer, "SELECT name FROM pragma_table_info('jobs')"), row => row.GetString(0));
            foreach (var (name, type) in _laterColumns.Where(column => !columns.Contains(column.Name)))
            {
                Execute(_writer, $"ALTER TABLE jobs ADD COLUMN {name} {type}");
            }

            return 0;
        });
        _durable = true;
    }

    /// <summary>Changes something in one transaction; undone when <paramref name="change"/> throws.</summary>
    /// <param name="name">Which of <see cref="JobWrites"/>.</param>
    /// <param name="durable">Whether to wait until the disk has it.</param>
    /// <param name="change">What to do.</param>
    /// <exception cref="JobStoreException">The store cannot take it.</exception>
    public T Write<T>(string name, bool durable, Func<SqliteConnection, T> change)
    {
        if (!_writing.TryEnter(TimeSpan.FromSeconds(MostSeconds)))
        {
            throw new JobStoreException(full: false, new TimeoutException("Others write, and do not come to an end."));
        }

        try
        {
            return Guarded(() =>
            {
                if (durable != _durable)
                {
                    Execute(_writer, durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
                    _durable = durable;
                }

                using var transaction = _writer.BeginTransaction(deferred: false);
                var result = change(_writer);
                _drill.Before(name);
                transaction.Commit();
                _drill.After(name);
                return result;
            });
        }
        finally
        {
            _writing.Exit();
        }
    }

    /// <summary>Looks something up.</summary>
    /// <exception cref="JobStoreException">The store cannot give it.</exception>
    public T Read<T>(Func<SqliteConnection, T> look) => Guarded(() =>
    {
        using var reader = new SqliteConnection(_source);
        reader.Open();
        return look(reader);
    });

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _writer.Dispose();
            SqliteConnection.ClearPool(new SqliteConnection(_source));
        }
    }

    private static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException exception)
        {
            throw new JobStoreException(exception.SqliteErrorCode == Full, exception);
        }
    }
}
