using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BerthOpt.Api;

/// <summary>BerthOpt in a host of your own: <c>builder.Services.AddBerthOpt()</c>, <c>app.MapBerthOpt()</c>.</summary>
public static class BerthOptSetup
{
    /// <summary>Name of the meter that counts jobs and workers; <see cref="BerthOpt.Search.SolverTelemetry"/> names those of the solvers.</summary>
    public const string MeterName = JobMetrics.Name;

    /// <summary>Adds jobs, workers and answers; configured by the sections Access, Jobs, Limits and Workers.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddBerthOpt(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLimits();
        services.AddAccess();
        services.AddJobs();
        services.AddProblemAnswers();
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(AnswerJson.Enums));
        return services;
    }

    /// <summary>Maps all paths, and what stands before them: errors as problems, keys, limits on requests, security headers.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication MapBerthOpt(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseProblemAnswers();
        app.UseAccess();
        var all = app.MapGroup("/").TakesHeadLikeGet();
        all.MapPlannerPage();
        all.MapMetaEndpoints();
        var tenants = all.MapGroup("/").RequireAuthorization(AccessSetup.Policy).RequireRateLimiting(AccessSetup.Policy).Refuses(401, 429);
        tenants.MapProblemEndpoints();
        tenants.MapSlotEndpoints();
        tenants.MapJobEndpoints();
        tenants.MapExplanationEndpoints();
        tenants.MapReplanEndpoints();
        tenants.MapReferenceEndpoints();
        all.MapApiDescription();
        return app;
    }
}
