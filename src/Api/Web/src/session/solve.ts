import { planner } from '../service/planner';
import type { BerthProblem, Job, Kind, Problem, Progress } from '../service/types';
import { changeDesk, kindOf, scenario, store, tell } from '../state/state';
import { withBound } from '../state/bounds';
import { currentOf, previousOf, type Run, type Scenario, step, type TracePoint } from '../state/desk';
import { cost } from '../text/numbers';
import { t } from '../text/text';

const planEveryMilliseconds = 400;

/** How many calls are locked where they lie: with any, the rest is placed around them, starting from the plan at hand. */
export function locksOf(shown: Scenario | null): number {
  return shown?.plan ? ((shown.problem as BerthProblem).calls ?? []).filter((call) => call.pin !== undefined).length : 0;
}

/** Has the problem on the desk solved; locked calls stay where they are. */
export function solve(): Promise<boolean> {
  const kind = kindOf(store.value);
  const shown = scenario(store.value, kind);
  const start = shown !== null && kind === 'berths' && locksOf(shown) > 0 && isStart(shown) ? shown.plan : null;
  return shown === null ? Promise.resolve(false) : runJob(kind, () => planner.submit(kind, shown.problem, { timeLimitSeconds: store.value.limitSeconds }, start));
}

/** Whether the service can start from the plan at hand: it may leave calls out, but break no other rule. */
function isStart({ verdict }: Scenario): boolean {
  return verdict !== null && verdict.faultsNotListed === 0 && verdict.faults.every((fault) => fault.code === 'call-left-out');
}

/** The id of a job whose plan is the one on the desk: that which has made it, or one that does no more than take it. */
export async function jobOf(kind: Kind): Promise<string | null> {
  const shown = scenario(store.value, kind);
  if (shown?.job || !shown?.plan) {
    return shown?.job?.id ?? null;
  }

  const { id } = await planner.submit(kind, shown.problem, { timeLimitSeconds: 0 }, shown.plan);
  return (await planner.ended(id)).planHash === null ? null : id;
}

/**
 * Follows a job to its end and puts its plan on the desk.
 * @param changes Whether the job's problem is another one than that on the desk: what has happened is in it.
 * @returns Whether a plan came of it.
 */
export async function runJob(kind: Kind, submit: () => Promise<Job>, changes = false): Promise<boolean> {
  if (store.value.run !== null) {
    return false;
  }

  const ends = new AbortController();
  const solved = scenario(store.value, kind)!.problem;
  store.update({ panel: 'run', notice: null, run: { kind, jobId: null, trace: [], plan: null, limitSeconds: store.value.limitSeconds, stopping: false } });
  try {
    const { id } = await submit();
    changeRun(() => ({ jobId: id }));
    let asked = 0;
    for await (const event of planner.events(id, ends.signal)) {
      const said = JSON.parse(event.data) as Progress;
      if (event.type === 'incumbent' || event.type === 'bound') {
        changeRun((run) => ({ trace: [...run.trace, pointOf(run, said)] }));
      }

      if (event.type === 'incumbent' && performance.now() - asked > planEveryMilliseconds) {
        asked = performance.now();
        void planner.plan(id).then((plan) => changeRun((run) => (run.jobId === id ? { plan } : {})), () => undefined);
      }
    }

    return await finish(kind, id, changes ? null : solved);
  } catch (error) {
    tell(() => t('solve.failed', error instanceof Error ? error.message : String(error)), true);
    return false;
  } finally {
    ends.abort();
    store.update({ run: null });
  }
}

export async function stop(): Promise<void> {
  const id = store.value.run?.jobId;
  if (id) {
    changeRun(() => ({ stopping: true }));
    await planner.stop(id).catch((error: Error) => tell(error.message, true));
  }
}

/** @param solved The problem of the job; null for one that only the service has. */
async function finish(kind: Kind, id: string, solved: Problem | null): Promise<boolean> {
  const job = await planner.job(id);
  if (job.failure !== null) {
    const { message } = job.failure;
    tell(() => t('solve.failed', message), true);
  } else if (job.solutionStatus === 'infeasible') {
    tell(() => t('solve.infeasible'), true);
  }

  if (job.planHash !== null) {
    const plan = await planner.plan(id);
    const problem = solved ?? (await planner.problem(id));
    const trace = [...(store.value.run?.trace ?? []), { seconds: Number(job.statistics?.seconds ?? 0), cost: job.totalCost, lowerBound: job.lowerBound }];
    changeDesk(kind, (desk) => {
      const now = currentOf(desk);
      return step(desk, { ...now, problem: solved === null ? problem : now.problem, plan, previous: previousOf(now), verdict: null, job, bounds: withBound(now.bounds, problem, job.lowerBound), trace });
    });
    if (job.failure === null) {
      tell(() => t('solve.done', cost(job.totalCost ?? 0)));
    }
  }

  return job.planHash !== null;
}

function changeRun(change: (run: Run) => Partial<Run>): void {
  store.update((state) => (state.run === null ? {} : { run: { ...state.run, ...change(state.run) } }));
}

function pointOf(run: Run, said: Progress): TracePoint {
  const before = run.trace.at(-1);
  return { seconds: said.seconds ?? 0, cost: said.cost ?? before?.cost ?? null, lowerBound: said.lowerBound ?? before?.lowerBound ?? null };
}
