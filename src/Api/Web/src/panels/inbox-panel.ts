import { slotOf, snap } from '../berths/grid';
import { Clock } from '../drawing/clock';
import { button, el, fill } from '../page/element';
import type { PortEvent } from '../service/replan';
import type { BerthProblem } from '../service/types';
import { addEvent, removeEvent, replan } from '../session/replan';
import { scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { eventForm, eventTypes } from './event-forms';

/** What has happened in the port, and the replan that answers to it. */
export function inboxPanel(): HTMLElement {
  const host = el('div', { class: 'panel-body' });
  const chosen = el('select', { id: 'event-type', 'aria-label': t('inbox.type') }, ...eventTypes.map((type) => el('option', { value: type }, t(`event.${type}`))));
  const form = el('div');
  const draw = (state: State): void => {
    const problem = scenario(state, 'berths')?.problem as BerthProblem | undefined;
    if (problem !== undefined && state.panel === 'inbox') {
      fill(form, eventForm(chosen.value as PortEvent['type'], problem, state.selected, state.nowMinutes, addEvent));
      fill(host, el('label', { class: 'line' }, t('inbox.type'), chosen), form, ...waiting(state, problem));
    }
  };
  chosen.addEventListener('change', () => draw(store.value));
  store.follow(whenChanged((state) => [scenario(state, 'berths'), state.inbox, state.nowMinutes, state.selected, state.panel === 'inbox', state.run === null], draw));
  return host;
}

function waiting(state: State, problem: BerthProblem): HTMLElement[] {
  const clock = new Clock(problem.origin);
  const now = el('input', { type: 'number', id: 'now', min: 0, step: 'any', value: state.nowMinutes / 60, change: (event: Event) => store.update({ nowMinutes: Math.max(0, snap(Number((event.target as HTMLInputElement).value) * 60, slotOf(problem))) }) });
  return [
    el('h2', { class: 'minor' }, t('inbox.waiting', state.inbox.length)),
    el('ul', { class: 'events', id: 'events' }, ...state.inbox.map((event, index) => el('li', {}, words(event, clock), button('×', () => removeEvent(index), { class: 'plain', 'aria-label': t('zone.remove') })))),
    el('label', { class: 'line' }, t('inbox.now'), now),
    button(t('inbox.replan'), () => void replan(), { id: 'replan', class: 'primary', disabled: state.run !== null || !scenario(state, 'berths')?.plan }),
  ];
}

function words(event: PortEvent, clock: Clock): string {
  const { type, ...rest } = event;
  const values = Object.entries(type === 'callAdded' ? { call: event.newCall.id, arrivalMinutes: event.newCall.arrivalMinutes } : rest);
  return `${t(`event.${type}`)}: ${values.map(([name, value]) => (name.endsWith('Minutes') ? clock.instant(Number(value)) : name.endsWith('Metres') ? `${value} m` : String(value))).join(' · ')}`;
}
