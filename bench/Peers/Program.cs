using BerthOpt.Bench.Peers;
using BerthOpt.Diagnostics;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true;
    cancel.Cancel();
};

try
{
    return args is ["berths", .. var rest]
        ? BerthPeers.Run(PeerOptions.Parse(rest), cancel.Token)
        : throw new InvalidInputException([new Fault("usage", "", $"names no problem.{Environment.NewLine}{PeerOptions.Usage}")]);
}
catch (InvalidInputException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
