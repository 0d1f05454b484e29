#if !DEBUG
using System.Diagnostics;
using System.Reflection.Metadata;
using System.Text;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Packages;

/// <summary>Symbols hold the sources, and say where they are served as soon as the repository has a public address. In Release alone, as packages are.</summary>
public sealed class SourceLinkTests : IDisposable
{
    private static readonly Guid _sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid _embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_public_address_of_the_repository_stands_in_the_symbols_beside_the_sources()
    {
        _folder.Write("One.cs", "namespace Two;\n\n/// <summary>Something.</summary>\npublic static class One;\n");
        _folder.Write("One.csproj", $"""
            <Project>
              <Import Project="{SourceFile.Root()}/Directory.Build.props" />
              <PropertyGroup><ImportDirectoryBuildProps>false</ImportDirectoryBuildProps><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile><RestoreLockedMode>false</RestoreLockedMode></PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """);
        await Run("git", "init", "--quiet");
        await Run("git", "remote", "add", "origin", "https://github.com/port/berthopt.git");
        await Run("git", "-c", "user.name=one", "-c", "user.email=one@example.org", "commit", "--quiet", "--allow-empty", "--message", "one");

        await Run("dotnet", "build", "-c", "Release", "-nodeReuse:false");

        using var file = File.OpenRead(_folder["bin/Release/net10.0/One.pdb"]);
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(file);
        var reader = symbols.GetMetadataReader();
        var known = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).ToLookup(information => reader.GetGuid(information.Kind), information => reader.GetBlobBytes(information.Value));
        Assert.Matches("\"https://raw.githubusercontent.com/port/berthopt/[0-9a-f]{40}/\\*\"", Encoding.UTF8.GetString(Assert.Single(known[_sourceLink])));
        Assert.NotEmpty(known[_embeddedSource]);
    }

    private async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {told}");
    }
}
#endif
