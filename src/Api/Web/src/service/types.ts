import type { components } from '../../generated/api';

type Schemas = components['schemas'];

/** The description allows numbers of answers to come as text; this service writes them as numbers. */
type Exact<T> = { [K in keyof T]: number extends T[K] ? Exclude<T[K], string> : T[K] };

export type Kind = 'berths' | 'cranes' | 'empties';

export type BerthProblem = Schemas['BerthDocument'];
export type BerthPlan = Schemas['PlanDocument'];
export type Assignment = Schemas['Assignment'];
export type Call = Schemas['Call'];
export type Closure = Schemas['Closure'];
export type Quay = Schemas['Quay'];
export type CranePool = Schemas['CranePool'];
export type CraneProblem = Schemas['CraneDocument'];
export type CranePlan = Schemas['CranesPlanDocument'];
export type EmptiesProblem = Schemas['EmptiesDocument'];
export type EmptiesPlan = Schemas['EmptiesPlanDocument'];

export type Problem = BerthProblem | CraneProblem | EmptiesProblem;
export type Plan = BerthPlan | CranePlan | EmptiesPlan;

export type Fault = Schemas['PlanFaultAnswer'];
export type Job = Exact<Schemas['JobAnswer']>;
export type Demo = Schemas['DemoAnswer'];

/** The checker's verdict on a plan. */
export interface Verdict {
  valid: boolean;
  faults: Fault[];
  faultsNotListed: number;
  totalCost: number;
  cost: Record<string, number>;
  kpis: Record<string, unknown>;
  planHash: string;
}

/** What a job says while it runs and at its end. */
export interface Progress {
  cost?: number | null;
  lowerBound?: number | null;
  gap?: number | null;
  seconds?: number;
  status?: Job['status'];
  solutionStatus?: Job['solutionStatus'];
  stopReason?: Job['stopReason'];
  code?: string;
  message?: string;
}

export interface SolveOptions {
  timeLimitSeconds: number;
  seed?: number;
}
