import type { BerthPlan, BerthProblem, Closure } from '../service/types';
import { changeDesk, scenario, store, tell } from '../state/state';
import { currentOf, previousOf, type Scenario, step } from '../state/desk';
import { t } from '../text/text';
import type { BerthChart } from './chart';
import { assignmentOf, locked, placed, unlocked, withCall, withClosure, withoutClosure } from './edits';
import type { Hand } from './hand';
import type { PointerCard } from './pointer-card';

/** A step on the desk of berths. What is changed by hand is no job's any more; bounds are asked whether they still hold. */
function change(to: (now: Scenario, problem: BerthProblem) => Partial<Scenario>): void {
  changeDesk('berths', (desk) => {
    const now = currentOf(desk);
    return step(desk, { ...now, verdict: null, job: null, ...to(now, now.problem as BerthProblem) });
  });
}

export function place(plan: BerthPlan): void {
  change((now) => ({ plan, previous: previousOf(now) }));
}

/** Puts a call down where it is held: for good when that is valid, and else only when the planner insists. */
export async function drop(chart: BerthChart, card: PointerCard, hand: Hand): Promise<void> {
  const put = hand.unmoved ? null : await hand.put();
  hand.end();
  if (chart.held?.call.id === hand.call.id) {
    chart.held = null;
  }

  card.hide();
  chart.redraw();
  if (put === null) {
    return;
  }

  if (put.judgement.verdict === 'valid') {
    place(put.plan);
    tell(() => t('drop.placed', hand.call.id));
  } else {
    const reason = put.judgement.reasons[0]!;
    tell(() => `${t('drop.refused', hand.call.id)} ${reason.message}`, true, { label: () => t('drop.insist'), run: () => place(put.plan) });
  }
}

export function toggleLock(id: string): void {
  const shown = scenario(store.value, 'berths');
  const problem = shown?.problem as BerthProblem | undefined;
  const call = problem?.calls?.find((other) => other.id === id);
  const assignment = assignmentOf(shown?.plan as BerthPlan | null, id);
  if (call?.pin !== undefined) {
    change((_, before) => ({ problem: unlocked(before, id) }));
  } else if (assignment !== null) {
    change((_, before) => ({ problem: locked(before, id, assignment) }));
  }
}

export function lockAll(lock: boolean): void {
  change((now, problem) => ({
    problem: (problem.calls ?? []).reduce((before, call) => {
      const assignment = assignmentOf(now.plan as BerthPlan | null, call.id);
      return !lock ? unlocked(before, call.id) : assignment === null ? before : locked(before, call.id, assignment);
    }, problem),
  }));
}

/** Takes a call off the quay; the solver finds a new place for it. */
export function takeOff(id: string): void {
  change((now, problem) => ({ problem: unlocked(problem, id), plan: now.plan === null ? null : placed(now.plan as BerthPlan, id, null), previous: previousOf(now) }));
}

export function changeCall(id: string, to: Partial<NonNullable<BerthProblem['calls']>[number]>): void {
  change((_, problem) => ({ problem: withCall(problem, { ...problem.calls!.find((call) => call.id === id)!, ...to }) }));
}

export function addZone(zone: Closure): void {
  const index = (scenario(store.value, 'berths')?.problem as BerthProblem).closures?.length ?? 0;
  change((_, problem) => ({ problem: withClosure(problem, null, { reason: t('zone.new'), ...zone }) }));
  store.update({ zone: index, selected: null, panel: 'zones' });
}

export function changeZone(index: number, zone: Closure): void {
  change((_, problem) => ({ problem: withClosure(problem, index, zone) }));
}

export function removeZone(index: number): void {
  change((_, problem) => ({ problem: withoutClosure(problem, index) }));
  store.update({ zone: null });
}
