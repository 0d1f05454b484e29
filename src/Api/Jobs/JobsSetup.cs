namespace BerthOpt.Api;

/// <summary>Adds the engine room: store, workers, and who brings both together.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration("Jobs").ValidateDataAnnotations()
            .Validate(options => CrashDrill.IsKnown(options.Drill), $"Jobs:Drill is unknown; expected before- or after- and one of {string.Join(", ", JobWrites.All)}, and maybe a number behind a colon.").ValidateOnStart();
        services.AddOptions<WorkerOptions>().BindConfiguration("Workers").ValidateDataAnnotations()
            .Validate(options => Drill.IsKnown(options.Drill), "Workers:Drill is unknown; expected abort, hang, memory or lie, or several of them behind commas, and maybe a number behind a colon.").ValidateOnStart();
        services.AddSingleton<IJobStore, SqliteJobStore>();
        services.AddMetrics();
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<JobSignals>();
        services.AddSingleton<WorkerPool>();
        services.AddSingleton<IWorkerPool>(provider => provider.GetRequiredService<WorkerPool>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkerPool>());
        services.AddSingleton<JobEngine>();
        services.AddHostedService(provider => provider.GetRequiredService<JobEngine>());
        services.AddSingleton<JobDesk>();
        services.AddSingleton<ExplanationDesk>();
    }
}
