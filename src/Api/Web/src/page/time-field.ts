import { slotOf, snap } from '../berths/grid';
import { Clock } from '../drawing/clock';
import type { BerthProblem } from '../service/types';
import { tell } from '../state/state';
import { t } from '../text/text';
import { el } from './element';

/** A field for a time of the plan: a date and a time of the port where the problem has a calendar, else hours from the start. */
export interface TimeField {
  element: HTMLInputElement;
  /** Puts another time into the field. */
  show(minutes: number): void;
  /** Minutes of the plan, on its grid; null, and a word to the planner, for what is no time of the plan. */
  read(): number | null;
}

export function timeField(problem: BerthProblem, id: string, label: () => string, minutes: number): TimeField {
  const clock = new Clock(problem.origin);
  const said = (value: number): string => (clock.hasCalendar ? clock.field(value) : String(value / 60));
  const element = clock.hasCalendar
    ? el('input', { id, type: 'datetime-local', required: true, value: said(minutes) })
    : el('input', { id, type: 'number', step: 'any', required: true, value: said(minutes) });
  return {
    element,
    show: (value) => (element.value = said(value)),
    read: () => {
      const value = snap(clock.hasCalendar ? clock.minutesOf(element.value) : Number(element.value || NaN) * 60, slotOf(problem));
      if (value >= 0 && value <= problem.horizonMinutes) {
        return value;
      }

      tell(() => t('time.outside', label(), clock.instant(0), clock.instant(problem.horizonMinutes)), true);
      element.focus();
      return null;
    },
  };
}

/** What the hours of a label mean where there is no calendar; where there is one, that the times are the port's. */
export function timeHint(problem: BerthProblem): string {
  const zone = problem.origin?.match(/(Z|[+-]\d\d:\d\d)$/)?.[0];
  return zone === undefined ? t('time.hours') : t('time.port', zone === 'Z' ? 'UTC' : `UTC${zone}`);
}
