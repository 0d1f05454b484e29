using System.Globalization;
using System.Text;
using BerthOpt.Cli.Output;
using Parquet;
using Parquet.Schema;

namespace BerthOpt.Cli.Files;

/// <summary>A file for a table: Parquet where its name ends so, else comma-separated values.</summary>
internal static class TableFile
{
    /// <summary>Writes a table.</summary>
    public static void Write(OutputFile file, TidyTable table) =>
        file.Write(Path.GetExtension(file.Path).Equals(".parquet", StringComparison.OrdinalIgnoreCase) ? Parquet(table).GetAwaiter().GetResult() : Encoding.UTF8.GetBytes(Csv(table)));

    private static string Csv(TidyTable table)
    {
        var text = new StringBuilder(CsvText.Row(table.Columns.Select(column => column.Name))).Append('\n');
        for (var row = 0; row < table.Rows; row++)
        {
            text.Append(CsvText.Row(table.Columns.Select(column => Convert.ToString(column[row], CultureInfo.InvariantCulture)))).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<byte[]> Parquet(TidyTable table)
    {
        var fields = table.Columns.Select(column => new DataField(column.Name, column.Type, isNullable: true)).ToArray();
        using var bytes = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.AsEnumerable<Field>()), bytes))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, column) in fields.Zip(table.Columns))
            {
                await (column.Type == typeof(long) ? group.WriteAsync<long>(field, Numbers<long>(column, table.Rows))
                    : column.Type == typeof(double) ? group.WriteAsync<double>(field, Numbers<double>(column, table.Rows))
                    : group.WriteAsync(field, Enumerable.Range(0, table.Rows).Select(row => (string?)column[row]).ToArray()!));
            }

            group.CompleteValidate();
        }

        return bytes.ToArray();
    }

    private static ReadOnlyMemory<T?> Numbers<T>(TidyColumn column, int rows)
        where T : struct => Enumerable.Range(0, rows).Select(row => (T?)column[row]).ToArray();
}
