import { planner } from '../service/planner';
import type { Job, Kind, Progress } from '../service/types';
import { changeDesk, kindOf, scenario, store, tell } from '../state/state';
import { currentOf, previousOf, type Run, step, type TracePoint } from '../state/desk';
import { cost } from '../text/numbers';
import { t } from '../text/text';

const planEveryMilliseconds = 400;

/** Has the problem on the desk solved; locked calls stay where they are. */
export function solve(): Promise<boolean> {
  const kind = kindOf(store.value);
  const shown = scenario(store.value, kind);
  return shown === null ? Promise.resolve(false) : runJob(kind, () => planner.submit(kind, shown.problem, { timeLimitSeconds: store.value.limitSeconds }));
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

    return await finish(kind, id, changes);
  } catch (error) {
    tell(t('solve.failed', error instanceof Error ? error.message : String(error)), true);
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

async function finish(kind: Kind, id: string, changes: boolean): Promise<boolean> {
  const job = await planner.job(id);
  if (job.failure !== null) {
    tell(t('solve.failed', job.failure.message), true);
  } else if (job.solutionStatus === 'infeasible') {
    tell(t('solve.infeasible'), true);
  }

  if (job.planHash !== null) {
    const plan = await planner.plan(id);
    const problem = changes ? await planner.problem(id) : null;
    const trace = store.value.run?.trace ?? [];
    changeDesk(kind, (desk) => {
      const now = currentOf(desk);
      return step(desk, { ...now, problem: problem ?? now.problem, plan, previous: previousOf(now), verdict: null, job, trace });
    });
    if (job.failure === null) {
      tell(t('solve.done', cost(job.totalCost ?? 0)));
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
