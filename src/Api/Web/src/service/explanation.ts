import type { Assignment } from './types';

/** Why a plan is as it is (docs/berths-document.md, explanations). */
export interface Explanation {
  planHash: string;
  calls: ExplainedCall[];
}

export interface ExplainedCall {
  call: string;
  assignment: Assignment | null;
  cost: Record<string, number>;
  earlier?: Stretch[];
  nearer?: Stretch[];
  moreCranes?: Stretch;
  leftOut?: { code: string; costChange?: number };
  counterfactuals?: Counterfactual[];
}

/** Where the call does not lie: what stands in the way, or what it would cost there. */
export interface Stretch {
  quay?: string;
  fromMinutes?: number;
  toMinutes?: number;
  fromMetres?: number;
  toMetres?: number;
  cranes?: number;
  obstacles?: { code: string; message: string }[];
  costChange?: number;
}

/** What a wish would cost, and who would move for it. */
export interface Counterfactual {
  code: string;
  startMinutes?: number;
  quay?: string;
  positionMetres?: number;
  status: string;
  costChange?: number | null;
  leastCostChange?: number | null;
  moves?: { call: string; from?: Assignment | null; to?: Assignment | null; costChange: number }[];
}
