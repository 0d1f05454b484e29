using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The explanation of one task.</summary>
internal static class TaskExplanationShape
{
    private static readonly Property<string> ReasonCode = Property<string>.Needed("code", null, TextKind.Any, "the rule, by the checker's code");
    private static readonly Property<int> ReasonFrom = Property<int>.Needed("fromSeconds", null, CraneKinds.FreeTime, "first time at which it lets the task start");
    private static readonly Property<int> ReasonTask = Property<int>.Optional("task", null, CraneKinds.TaskId, -1, "id of the other task; left out where there is none");
    private static readonly Property<int> ReasonCrane = Property<int>.Optional("crane", null, CraneKinds.CraneId, -1, "id of the crane of that task, or of the crane that is not ready, out or in the way");

    /// <summary>What keeps a task from an earlier start.</summary>
    public static readonly Shape<StartReason> Reason = new(
        "reason of a start",
        [ReasonCode, ReasonFrom, ReasonTask, ReasonCrane],
        from => new StartReason(from.Get(ReasonCode), from.Get(ReasonFrom), from.Find(ReasonTask) ?? -1, from.Find(ReasonCrane) ?? -1),
        (to, reason) =>
        {
            to.Put(ReasonCode, reason.Code);
            to.Put(ReasonFrom, reason.From);
            to.PutIfAny(ReasonTask, reason.Task < 0 ? null : reason.Task);
            to.PutIfAny(ReasonCrane, reason.Crane < 0 ? null : reason.Crane);
        });

    private static readonly Property<int> Crane = Property<int>.Needed("crane", null, CraneKinds.CraneId, "id of the crane that does it");
    private static readonly Property<int> Start = Property<int>.Needed("startSeconds", null, CraneKinds.FreeTime, "first second of work");
    private static readonly Property<int> End = Property<int>.Needed("endSeconds", null, CraneKinds.FreeTime, "first second behind the work");

    private static readonly Shape<TaskAssignment> Place = new(
        "place of a task",
        [Crane, Start, End],
        from => new TaskAssignment(from.Get(Crane), from.Get(Start), from.Get(End)),
        (to, at) =>
        {
            to.Put(Crane, at.Crane);
            to.Put(Start, at.Start);
            to.Put(End, at.End);
        });

    private static readonly Property<int> Task = Property<int>.Needed("task", null, CraneKinds.TaskId, "id of the task");
    private static readonly Property<TaskAssignment> From = Property<TaskAssignment>.Needed("from", null, new ObjectKind<TaskAssignment>(Place), "who does it now, and when");
    private static readonly Property<TaskAssignment> To = Property<TaskAssignment>.Needed("to", null, new ObjectKind<TaskAssignment>(Place), "who would do it, and when");

    private static readonly Shape<MovedTask> Move = new(
        "moved task",
        [Task, From, To],
        from => new MovedTask(from.Get(Task), from.Get(From), from.Get(To)),
        (to, move) =>
        {
            to.Put(Task, move.Task);
            to.Put(From, move.From);
            to.Put(To, move.To);
        });

    private static readonly Property<string> Code = Property<string>.Needed("code", null, TextKind.Any, "what was asked");
    private static readonly Property<int> PinCrane = Property<int>.Optional("crane", null, CraneKinds.CraneId, -1, "id of the crane that was asked to do it");
    private static readonly Property<int> PinStart = Property<int>.Optional("startSeconds", null, CraneKinds.FreeTime, 0, "time at which it was asked to start");
    private static readonly Property<CounterfactualStatus> Status = Property<CounterfactualStatus>.Needed("status", null, new WordKind<CounterfactualStatus>(), "`exact`, or `atMost`; `impossible` where there is proven to be no such plan, `unknown` where none was found");
    private static readonly Property<long> CostChange = Property<long>.Optional("costChange", null, CraneKinds.AnyCost, 0, "what the plan would cost more; left out without one");
    private static readonly Property<long> LeastCostChange = Property<long>.Optional("leastCostChange", null, CraneKinds.AnyCost, 0, "no such plan costs less than this more; left out when nothing is known");
    private static readonly Property<ImmutableArray<MovedTask>> Moves = Property<ImmutableArray<MovedTask>>.Optional("moves", null, ListKind.Of(Move), [], "tasks that would change, the task itself first");

    private static readonly Shape<CraneCounterfactual> Counterfactual = new(
        "counterfactual",
        [Code, PinCrane, PinStart, Status, CostChange, LeastCostChange, Moves],
        from => new CraneCounterfactual
        {
            Code = from.Get(Code),
            Pin = new TaskPin(from.Find(PinCrane), from.Find(PinStart)),
            Status = from.Get(Status),
            CostChange = from.Find(CostChange),
            LeastCostChange = from.Find(LeastCostChange),
            Moves = from.Get(Moves),
        },
        (to, what) =>
        {
            to.Put(Code, what.Code);
            to.PutIfAny(PinCrane, what.Pin.Crane);
            to.PutIfAny(PinStart, what.Pin.Start);
            to.Put(Status, what.Status);
            to.PutIfAny(CostChange, what.CostChange);
            to.PutIfAny(LeastCostChange, what.LeastCostChange);
            to.Put(Moves, what.Moves);
        });

    private static readonly Property<ImmutableArray<StartReason>> Reasons = Property<ImmutableArray<StartReason>>.Optional("reasons", null, ListKind.Of(Reason), [], "what keeps it from an earlier start with its crane, as the others lie, the latest first; what lets it start no earlier than it does keeps it back now");
    private static readonly Property<int> Waiting = Property<int>.Optional("waitingSeconds", null, CraneKinds.Work, 0, "how long its crane waits before it for cranes that are in the way; default 0");
    private static readonly Property<int> WaitsFor = Property<int>.Optional("waitsFor", null, CraneKinds.TaskId, -1, "id of the task that it waits for; left out where there is none");
    private static readonly Property<ImmutableArray<CraneCounterfactual>> Counterfactuals = Property<ImmutableArray<CraneCounterfactual>>.Optional("counterfactuals", null, ListKind.Of(Counterfactual), [], "what other wishes would cost, where they were priced");
    private static readonly Property<bool> IsComplete = Property<bool>.Optional("isComplete", null, CraneKinds.Flag, true, "whether all was looked at; false when the time was over before, and of what is not told nothing is known; default true");

    public static readonly Shape<TaskExplanation> Shape = new("explanation of a task", [Task, Crane, Start, End, Reasons, Waiting, WaitsFor, Counterfactuals, IsComplete], Read, Write);

    private static TaskExplanation Read(DocumentObject from) => new()
    {
        Task = from.Get(Task),
        Assignment = new TaskAssignment(from.Get(Crane), from.Get(Start), from.Get(End)),
        Reasons = from.Get(Reasons),
        Waiting = from.Get(Waiting),
        WaitsFor = from.Find(WaitsFor) ?? -1,
        Counterfactuals = from.Get(Counterfactuals),
        IsComplete = from.Get(IsComplete),
    };

    private static void Write(DocumentWriter to, TaskExplanation task)
    {
        to.Put(Task, task.Task);
        to.Put(Crane, task.Assignment.Crane);
        to.Put(Start, task.Assignment.Start);
        to.Put(End, task.Assignment.End);
        to.Put(Reasons, task.Reasons);
        to.Put(Waiting, task.Waiting);
        to.PutIfAny(WaitsFor, task.WaitsFor < 0 ? null : task.WaitsFor);
        to.Put(Counterfactuals, task.Counterfactuals);
        to.Put(IsComplete, task.IsComplete);
    }
}
