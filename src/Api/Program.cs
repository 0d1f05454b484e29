namespace BerthOpt.Api;

/// <summary>The service's table of contents. The verbs <c>worker</c> and <c>key</c> make the same program something else.</summary>
public sealed class Program
{
    private Program()
    {
    }

    /// <summary>Starts the service.</summary>
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [WorkerProgram.Verb, ..]:
                return await WorkerProgram.Start(args);
            case [NewKey.Verb, ..]:
                return NewKey.Run(args, Console.Out, Console.Error);
        }

        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddBerthOpt();
        builder.AddTelemetry();
        builder.ListenOnLoopbackUnlessTold();

        var app = builder.Build();
        app.MapBerthOpt();
        app.MapTelemetry();
        await app.RunAsync();
        return 0;
    }
}
