import { planner } from '../service/planner';
import type { Job, Kind, Plan, Progress } from '../service/types';
import { changeDesk, kindOf, scenario, store, tell } from '../state/state';
import { currentOf, type Run, step, type TracePoint } from '../state/desk';
import { cost } from '../text/numbers';
import { t } from '../text/text';

const planEveryMilliseconds = 400;

/** Has the problem on the desk solved; locked calls stay where they are. */
export function solve(): Promise<void> {
  const kind = kindOf(store.value);
  const shown = scenario(store.value, kind);
  return shown === null ? Promise.resolve() : runJob(kind, () => planner.submit(kind, shown.problem, { timeLimitSeconds: store.value.limitSeconds }));
}

/** Follows a job to its end and puts its plan on the desk. */
export async function runJob(kind: Kind, submit: () => Promise<Job>): Promise<void> {
  if (store.value.run !== null) {
    return;
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

    await finish(kind, id);
  } catch (error) {
    tell(t('solve.failed', error instanceof Error ? error.message : String(error)), true);
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

async function finish(kind: Kind, id: string): Promise<void> {
  const job = await planner.job(id);
  if (job.failure !== null) {
    tell(t('solve.failed', job.failure.message), true);
  } else if (job.solutionStatus === 'infeasible') {
    tell(t('solve.infeasible'), true);
  }

  if (job.planHash !== null) {
    const plan: Plan = await planner.plan(id);
    const trace = store.value.run?.trace ?? [];
    changeDesk(kind, (desk) => {
      const now = currentOf(desk);
      return step(desk, { ...now, plan, previous: now.plan, verdict: null, job, trace });
    });
    if (job.failure === null) {
      tell(t('solve.done', cost(job.totalCost ?? 0)));
    }
  }
}

function changeRun(change: (run: Run) => Partial<Run>): void {
  store.update((state) => (state.run === null ? {} : { run: { ...state.run, ...change(state.run) } }));
}

function pointOf(run: Run, said: Progress): TracePoint {
  const before = run.trace.at(-1);
  return { seconds: said.seconds ?? 0, cost: said.cost ?? before?.cost ?? null, lowerBound: said.lowerBound ?? before?.lowerBound ?? null };
}
