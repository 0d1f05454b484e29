import { planner } from '../service/planner';
import type { Kind } from '../service/types';
import { changeDesk, store, tell } from '../state/state';
import { currentOf, replace } from '../state/desk';

const kinds: Kind[] = ['berths', 'cranes', 'empties'];
const asked = new WeakSet<object>();

/** Every plan on the desk is judged by the service's checker: cost, key figures and broken rules come from there. */
export function reviewAlways(): void {
  store.follow((state) => {
    for (const kind of kinds) {
      const desk = state.desks[kind];
      const shown = desk === undefined ? null : currentOf(desk);
      if (shown !== null && shown.plan !== null && shown.verdict === null && !asked.has(shown)) {
        asked.add(shown);
        planner.evaluate(kind, shown.problem, shown.plan).then(
          (verdict) => changeDesk(kind, (now) => {
            const current = currentOf(now);
            return current.plan === shown.plan && current.problem === shown.problem ? replace(now, { ...current, verdict }) : now;
          }),
          (error: Error) => tell(error.message, true),
        );
      }
    }
  });
}
