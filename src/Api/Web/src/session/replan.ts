import { sectionOf, slotOf, snapUp } from '../berths/grid';
import { planner } from '../service/planner';
import type { PortEvent, Stability } from '../service/replan';
import type { BerthProblem } from '../service/types';
import { scenario, store, tell } from '../state/state';
import { t } from '../text/text';
import { jobOf, runJob } from './solve';

const usual: Stability = { startChangePerHour: 50, positionChangePerMetre: 0.5, moveCost: 200, craneChangeCost: 20 };

/** The usual prices, on the problem's grid: the next ones that are a whole number of its units of cost a slot and a section. */
export function stabilityOf(problem: BerthProblem): Stability {
  const scale = problem.grid?.costScale ?? 1;
  return {
    ...usual,
    startChangePerHour: snapUp(usual.startChangePerHour, 60 / (slotOf(problem) * scale)),
    positionChangePerMetre: snapUp(usual.positionChangePerMetre, 1 / (sectionOf(problem) * scale)),
  };
}

export function addEvent(event: PortEvent): void {
  store.update((state) => ({ inbox: [...state.inbox, event] }));
}

export function removeEvent(index: number): void {
  store.update((state) => ({ inbox: state.inbox.filter((_, at) => at !== index) }));
}

/** Changes the plan as little as the events need; they leave the inbox once it has been done. */
export async function replan(): Promise<void> {
  const { inbox, nowMinutes, limitSeconds } = store.value;
  const stability = store.value.stability ?? stabilityOf(scenario(store.value, 'berths')!.problem as BerthProblem);
  const id = await jobOf('berths').catch((error: Error) => {
    tell(error.message, true);
    return null;
  });
  if (id === null) {
    tell(() => t('inbox.noPlan'), true);
    return;
  }

  if (await runJob('berths', () => planner.replan(id, { nowMinutes, events: inbox, stability, options: { timeLimitSeconds: limitSeconds } }), true)) {
    store.update((state) => ({ inbox: state.inbox.filter((event) => !inbox.includes(event)), panel: 'inbox' }));
  }
}
