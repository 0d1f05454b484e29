import { planner } from '../service/planner';
import type { PortEvent } from '../service/replan';
import { store, tell } from '../state/state';
import { t } from '../text/text';
import { jobOf, runJob } from './solve';

/** What it costs to change the plan in force, in the problem's unit of cost: an hour, a metre, another quay or place. */
const stability = { startChangePerHour: 50, positionChangePerMetre: 0.5, moveCost: 200 };

export function addEvent(event: PortEvent): void {
  store.update((state) => ({ inbox: [...state.inbox, event] }));
}

export function removeEvent(index: number): void {
  store.update((state) => ({ inbox: state.inbox.filter((_, at) => at !== index) }));
}

/** Changes the plan as little as the events need; they leave the inbox once it has been done. */
export async function replan(): Promise<void> {
  const { inbox, nowMinutes, limitSeconds } = store.value;
  const id = await jobOf('berths').catch((error: Error) => {
    tell(error.message, true);
    return null;
  });
  if (id === null) {
    tell(t('inbox.noPlan'), true);
    return;
  }

  if (await runJob('berths', () => planner.replan(id, { nowMinutes, events: inbox, stability, options: { timeLimitSeconds: limitSeconds } }), true)) {
    store.update((state) => ({ inbox: state.inbox.filter((event) => !inbox.includes(event)), panel: 'inbox' }));
  }
}
