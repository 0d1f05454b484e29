import { Clock } from '../drawing/clock';
import { button, el, fill } from '../page/element';
import { timeField } from '../page/time-field';
import type { PortEvent, Stability } from '../service/replan';
import type { BerthProblem } from '../service/types';
import { addEvent, removeEvent, replan, stabilityOf } from '../session/replan';
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
  store.follow(whenChanged((state) => [scenario(state, 'berths'), state.inbox, state.nowMinutes, state.stability, state.selected, state.panel === 'inbox', state.run === null], draw));
  return host;
}

function waiting(state: State, problem: BerthProblem): HTMLElement[] {
  const clock = new Clock(problem.origin);
  const now = timeField(problem, 'now', () => t('inbox.now'), state.nowMinutes);
  now.element.addEventListener('change', () => {
    const nowMinutes = now.read();
    if (nowMinutes !== null) {
      store.update({ nowMinutes });
    }
  });
  return [
    el('h2', { class: 'minor' }, t('inbox.waiting', state.inbox.length)),
    el('ul', { class: 'events', id: 'events' }, ...state.inbox.map((event, index) => el('li', {}, words(event, clock), button('×', () => removeEvent(index), { class: 'plain', 'aria-label': t('zone.remove') })))),
    el('label', { class: 'line' }, t('inbox.now'), now.element),
    prices(state, problem),
    button(t('inbox.replan'), () => void replan(), { id: 'replan', class: 'primary', disabled: state.run !== null || !scenario(state, 'berths')?.plan }),
  ];
}

/** What it costs to change the plan in force, for the planner to change. */
function prices(state: State, problem: BerthProblem): HTMLElement {
  const now = state.stability ?? stabilityOf(problem);
  const field = (name: keyof Stability): HTMLElement => el('label', {}, t(`price.${name}`), el('input', {
    type: 'number', id: `price-${name}`, min: 0, step: 'any', value: now[name],
    change: (event: Event) => store.update({ stability: { ...now, [name]: Math.max(0, Number((event.target as HTMLInputElement).value)) } }),
  }));
  return el('fieldset', { class: 'form' }, el('legend', {}, t('price.title')), ...(Object.keys(now) as (keyof Stability)[]).map(field));
}

function words(event: PortEvent, clock: Clock): string {
  const { type, ...rest } = event;
  const values = Object.entries(type === 'callAdded' ? { call: event.newCall.id, arrivalMinutes: event.newCall.arrivalMinutes } : rest);
  return `${t(`event.${type}`)}: ${values.map(([name, value]) => (name.endsWith('Minutes') ? clock.instant(Number(value)) : name.endsWith('Metres') ? `${value} m` : String(value))).join(' · ')}`;
}
