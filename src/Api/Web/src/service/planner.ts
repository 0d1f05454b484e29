import { get, post, request } from './client';
import { follow, type ServerEvent } from './events';
import type { Explanation } from './explanation';
import type { Replan } from './replan';
import type { Demo, Job, Kind, Plan, Problem, SolveOptions, Verdict } from './types';

/** The paths that the page uses. */
export const planner = {
  demos: () => get<Demo[]>('v1/demo-data'),

  demo: (id: string) => get<{ problem: Problem }>(`v1/demo-data/${encodeURIComponent(id)}`),

  validate: (kind: Kind, problem: Problem) => post<{ valid: boolean; name: string }>(`v1/${kind}/validate`, { problem }),

  evaluate: (kind: Kind, problem: Problem, plan: Plan, signal?: AbortSignal) => post<Verdict>(`v1/${kind}/evaluate`, { problem, plan }, signal),

  /** @param initialPlan A valid plan to start from; the job never ends with a worse one. */
  submit: (kind: Kind, problem: Problem, options: SolveOptions, initialPlan: Plan | null = null) =>
    post<Job>(`v1/${kind}/jobs`, { problem, options, tags: ['planner'], ...(initialPlan === null ? {} : { initialPlan }) }),

  replan: (id: string, request: Replan) => post<Job>(`v1/jobs/${id}/replan`, { ...request, tags: ['planner'] }),

  job: (id: string) => get<Job>(`v1/jobs/${id}`),

  /** The job once it has ended. */
  ended: (id: string) => get<Job>(`v1/jobs/${id}?wait=30s`),

  /** The problem that is solved, with all that was decided or has happened in it. */
  problem: (id: string) => get<Problem>(`v1/jobs/${id}/problem`),

  explanation: (id: string, call: string) => get<Explanation>(`v1/jobs/${id}/explanation/${encodeURIComponent(call)}`),

  plan: (id: string) => get<Plan>(`v1/jobs/${id}/plan`),

  stop: (id: string) => post<Job>(`v1/jobs/${id}/stop`, {}),

  events: (id: string, signal: AbortSignal): AsyncGenerator<ServerEvent> => follow(`v1/jobs/${id}/events`, signal),

  version: async () => ((await (await request('version')).json()) as { version: string }).version,
};
