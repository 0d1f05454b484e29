import type { Job, Kind, Plan, Problem, Verdict } from '../service/types';

/** A point of the convergence plot. */
export interface TracePoint {
  seconds: number;
  cost: number | null;
  lowerBound: number | null;
}

/** No plan of a problem costs less. */
export interface Bound {
  problem: Problem;
  lowerBound: number;
}

/** A problem with its plan, and what is known of both. */
export interface Scenario {
  problem: Problem;
  plan: Plan | null;
  /** What was there before: drawn as a ghost, and compared. */
  previous: { problem: Problem; plan: Plan } | null;
  /** The checker's word on the plan; null until it has come. */
  verdict: Verdict | null;
  /** The job whose plan it is; null for a plan made or changed by hand, or of a problem that has changed since. */
  job: Job | null;
  /** What runs have proven, each of the problem that it was proven of. */
  bounds: Bound[];
  trace: TracePoint[];
}

/** One kind of problem as it lies on the planner's desk: the plan in force, and a sandbox apart from it. */
export interface Desk {
  live: Scenario;
  sandbox: Scenario | null;
  inSandbox: boolean;
  past: Scenario[];
  future: Scenario[];
}

/** A run of the solver that goes on. */
export interface Run {
  kind: Kind;
  jobId: string | null;
  trace: TracePoint[];
  /** The best plan so far; drawn instead of the scenario's own. */
  plan: Plan | null;
  limitSeconds: number;
  stopping: boolean;
}

const mostSteps = 50;

export function scenarioOf(problem: Problem, plan: Plan | null = null): Scenario {
  return { problem, plan, previous: null, verdict: null, job: null, bounds: [], trace: [] };
}

/** What a changed scenario has as its previous one. */
export function previousOf({ problem, plan }: Scenario): Scenario['previous'] {
  return plan === null ? null : { problem, plan };
}

export function deskOf(scenario: Scenario): Desk {
  return { live: scenario, sandbox: null, inSandbox: false, past: [], future: [] };
}

export function currentOf(desk: Desk): Scenario {
  return desk.inSandbox && desk.sandbox !== null ? desk.sandbox : desk.live;
}

/** Puts another scenario in the place of the current one, with nothing to undo. */
export function replace(desk: Desk, scenario: Scenario): Desk {
  return desk.inSandbox ? { ...desk, sandbox: scenario } : { ...desk, live: scenario };
}

/** A step that can be taken back. */
export function step(desk: Desk, scenario: Scenario): Desk {
  return { ...replace(desk, scenario), past: [...desk.past, currentOf(desk)].slice(-mostSteps), future: [] };
}

export function undo(desk: Desk): Desk {
  const before = desk.past.at(-1);
  return before === undefined ? desk : { ...replace(desk, before), past: desk.past.slice(0, -1), future: [currentOf(desk), ...desk.future] };
}

export function redo(desk: Desk): Desk {
  const [next, ...future] = desk.future;
  return next === undefined ? desk : { ...replace(desk, next), past: [...desk.past, currentOf(desk)], future };
}
