namespace BerthOpt.Api;

/// <summary>The service's table of contents: one line per feature.</summary>
public sealed class Program
{
    private Program()
    {
    }

    /// <summary>Starts the service.</summary>
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddLimits();
        builder.AddBerths();
        builder.AddProblemAnswers();
        builder.AddApiDescription();
        builder.ListenOnLoopbackUnlessTold();

        var app = builder.Build();
        app.UseProblemAnswers();
        app.MapMetaEndpoints();
        app.MapBerthEndpoints();
        app.MapOpenApi();
        app.Run();
    }
}
