#if !DEBUG
using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BerthOpt.Berths;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Packages;

/// <summary>
/// The packages are made, restored from a folder into a fresh cache by projects that know nothing of this repository, and the examples of their own READMEs run.
/// What others have published is taken from the machine's cache. In Release alone, as packages are.
/// </summary>
public sealed class PackageTests : IClassFixture<PackageTests.Packed>
{
    // Ten minutes, of which a quiet machine needs a tenth: a host that says nothing must not hang a gate.
    private const int Longest = 600_000;

    private static readonly string _root = SourceFile.Root();

    private readonly Packed _packed;

    public PackageTests(Packed packed) => _packed = packed;

    // Versions that the repository pins are named wherever they are needed, be it through another package.
    [Theory]
    [InlineData("BerthOpt.Core", "BerthOpt.Core", "System.Numerics.Tensors")]
    [InlineData("BerthOpt", "BerthOpt", "BerthOpt.Core", "Google.OrTools", "Google.Protobuf", "Microsoft.Extensions.Logging.Abstractions", "System.Numerics.Tensors")]
    [InlineData("BerthOpt.Client", "BerthOpt.Client", "BerthOpt.Core", "System.Numerics.Tensors")]
    [InlineData("BerthOpt.AspNetCore", "BerthOpt.Api", "BerthOpt", "Google.OrTools", "Google.Protobuf", "MessagePack", "Microsoft.AspNetCore.OpenApi", "Microsoft.Bcl.Cryptography", "Microsoft.Data.Sqlite", "Microsoft.IdentityModel.JsonWebTokens", "Scalar.AspNetCore", "System.Numerics.Tensors")]
    public void A_package_has_all_that_it_should_and_needs_no_more_than_it_must(string id, string assembly, params string[] needs)
    {
        using var package = ZipFile.OpenRead(_packed.File(id, "nupkg"));
        using var symbols = ZipFile.OpenRead(_packed.File(id, "snupkg"));
        using var reader = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        Assert.All((string[])["README.md", "icon.png", $"lib/net10.0/{assembly}.dll", $"lib/net10.0/{assembly}.xml"], name => Assert.NotNull(package.GetEntry(name)));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{assembly}.pdb"));
        Assert.Contains("<license type=\"expression\">Apache-2.0</license>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain(_root, nuspec, StringComparison.Ordinal);
        Assert.Equal(needs.Order(StringComparer.Ordinal), Regex.Matches(nuspec, "<dependency id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

        var parts = XDocument.Load(package.GetEntry($"_manifest/{id}.cdx.xml")!.Open()).Descendants().Where(element => element.Name.LocalName == "purl").Select(element => element.Value).ToList();
        Assert.All(needs.Append(id), need => Assert.Contains(parts, part => part.StartsWith($"pkg:nuget/{need}@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Plans_are_found_and_checked_by_the_examples()
    {
        var told = await _packed.Run("solve", "Microsoft.NET.Sdk", "BerthOpt", Example("Solvers"));
        Assert.Matches(@"^(Optimal|Feasible): cost \d+, at least \d+, valid\s*$", told);

        var problem = BerthGenerator.MeiselBierwirth(calls: 5, seed: 1);
        var plan = BerthSolver.Solve(problem, new() { TimeLimit = null, WorkLimit = 10_000 }, cancellation: TestContext.Current.CancellationToken).Plan!;
        using (FileStream one = File.Create(Path.Combine(_packed.Folder("judge"), "problem.json")), other = File.Create(Path.Combine(_packed.Folder("judge"), "plan.json")))
        {
            BerthDocument.Write(problem, one);
            BerthPlanDocument.Write(problem, plan, BerthChecker.Check(problem, plan).Cost, other);
        }

        Assert.StartsWith("valid, cost ", await _packed.Run("judge", "Microsoft.NET.Sdk", "BerthOpt.Core", Example("Core")), StringComparison.Ordinal);
    }

    [Fact(Timeout = Longest)]
    public async Task A_host_serves_and_a_client_asks_it()
    {
        await _packed.Build("host", "Microsoft.NET.Sdk.Web", "BerthOpt.AspNetCore", Example("Api"));
        using var host = _packed.Start("host", "--urls", "http://127.0.0.1:0", "--Jobs:File", Path.Combine(_packed.Folder("host"), "jobs.db"));
        try
        {
            string? line;
            do
            {
                line = await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            }
            while (line is not null && !line.Contains("Now listening on: ", StringComparison.Ordinal));

            Assert.NotNull(line);
            _ = host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Matches(@"^(optimal|feasible): cost \d+, at least \d+, valid\s*$", await _packed.Run("client", "Microsoft.NET.Sdk", "BerthOpt.Client", Example("Client"), line.Split("Now listening on: ")[1]));
        }
        finally
        {
            host.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void The_readme_of_the_package_has_the_example_of_the_front_page() => Assert.Contains(Example("Solvers"), File.ReadAllText(Path.Combine(_root, "README.md")), StringComparison.Ordinal);

    private static string Example(string project) => Regex.Match(File.ReadAllText(Path.Combine(_root, "src", project, "README.md")), "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    /// <summary>The packages, made once.</summary>
    public sealed class Packed : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public async ValueTask InitializeAsync()
        {
            foreach (var project in (string[])["Core/BerthOpt.Core.csproj", "Solvers/BerthOpt.csproj", "Client/BerthOpt.Client.csproj", "Api/BerthOpt.Api.csproj"])
            {
                await Dotnet(_root, "pack", Path.Combine(_root, "src", project), "-c", "Release", "--no-build", "-o", Folder("feed"), "-p:PackageVersion=0.1.0-test");
            }

            var others = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            _folder.Write("nuget.config", $"""
                <configuration>
                  <config><add key="globalPackagesFolder" value="{Folder("cache")}" /></config>
                  <packageSources><clear /><add key="feed" value="{Folder("feed")}" /></packageSources>
                  <fallbackPackageFolders><clear /><add key="others" value="{others}" /></fallbackPackageFolders>
                </configuration>
                """);
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        internal string Folder(string name) => Directory.CreateDirectory(_folder[name]).FullName;

        internal string File(string id, string extension) => Path.Combine(_folder["feed"], $"{id}.0.1.0-test.{extension}");

        /// <summary>Builds a program of its own that knows one package.</summary>
        internal async Task Build(string name, string sdk, string package, string code)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(Folder(name), "Program.cs"), code, TestContext.Current.CancellationToken);
            await System.IO.File.WriteAllTextAsync(Path.Combine(Folder(name), $"{name}.csproj"), $"""
                <Project Sdk="{sdk}">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><PackageReference Include="{package}" Version="0.1.0-test" /></ItemGroup>
                </Project>
                """, TestContext.Current.CancellationToken);
            await Dotnet(Folder(name), "build", "-c", "Release", "-o", "out");
        }

        /// <summary>Starts such a program.</summary>
        internal Process Start(string name, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine("out", $"{name}.dll"), .. arguments])
        {
            WorkingDirectory = Folder(name),
            RedirectStandardOutput = true,
        })!;

        /// <summary>Builds and runs such a program.</summary>
        internal async Task<string> Run(string name, string sdk, string package, string code, params string[] arguments)
        {
            await Build(name, sdk, package, code);
            using var process = Start(name, arguments);
            var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}: {told}");
            return told;
        }

        private static async Task Dotnet(string folder, params string[] arguments)
        {
            // No build server stays behind with this program's output open.
            using var process = Process.Start(new ProcessStartInfo("dotnet", [.. arguments, "-nodeReuse:false"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {told}");
        }
    }
}
#endif
