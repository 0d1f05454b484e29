import type { Assignment, BerthPlan, BerthProblem, Call, Closure } from '../service/types';

/** Changes of problems and plans; each gives a new document and leaves the old one as it was. */

export function emptyPlan(problem: BerthProblem): BerthPlan {
  return { formatVersion: 'berthopt/berth-plan/1', assignments: (problem.calls ?? []).map((call) => ({ call: call.id, assignment: null })) };
}

export function assignmentOf(plan: BerthPlan | null, call: string): Assignment | null {
  return plan?.assignments.find((entry) => entry.call === call)?.assignment ?? null;
}

/** The hash and the cost of the plan before do not hold for the new one. */
export function placed(plan: BerthPlan, call: string, assignment: Assignment | null): BerthPlan {
  const { planHash: _hash, cost: _cost, ...rest } = plan;
  return { ...rest, assignments: plan.assignments.map((entry) => (entry.call === call ? { call, assignment } : entry)) };
}

export function withCall(problem: BerthProblem, call: Call): BerthProblem {
  return { ...problem, calls: (problem.calls ?? []).map((other) => (other.id === call.id ? call : other)) };
}

/** A lock fixes where and when the call lies, not its cranes. */
export function locked(problem: BerthProblem, id: string, assignment: Assignment): BerthProblem {
  const call = problem.calls?.find((other) => other.id === id);
  const { quay, positionMetres, startMinutes } = assignment;
  return call === undefined ? problem : withCall(problem, { ...call, pin: { quay, positionMetres, startMinutes } });
}

export function unlocked(problem: BerthProblem, id: string): BerthProblem {
  const call = problem.calls?.find((other) => other.id === id);
  if (call === undefined) {
    return problem;
  }

  const { pin: _pin, ...rest } = call;
  return withCall(problem, rest);
}

export function withClosure(problem: BerthProblem, index: number | null, closure: Closure): BerthProblem {
  const closures = problem.closures ?? [];
  return { ...problem, closures: index === null ? [...closures, closure] : closures.map((other, at) => (at === index ? closure : other)) };
}

export function withoutClosure(problem: BerthProblem, index: number): BerthProblem {
  return { ...problem, closures: (problem.closures ?? []).filter((_, at) => at !== index) };
}
