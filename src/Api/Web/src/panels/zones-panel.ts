import { changeZone, removeZone } from '../berths/actions';
import { Clock, duration } from '../drawing/clock';
import { button, el, fill } from '../page/element';
import { timeField, timeHint } from '../page/time-field';
import type { BerthProblem, Closure } from '../service/types';
import { scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';

/** Where and when no call may lie, and when ships may not move. */
export function zonesPanel(): HTMLElement {
  const host = el('div', { class: 'panel-body' });
  store.follow(whenChanged((state) => [scenario(state, 'berths')?.problem, state.zone, state.panel === 'zones'], (state) => state.panel === 'zones' && fill(host, ...parts(state))));
  return host;
}

function parts(state: State): HTMLElement[] {
  const problem = scenario(state, 'berths')?.problem as BerthProblem | undefined;
  const closures = problem?.closures ?? [];
  const movements = problem?.movements;
  const clock = new Clock(problem?.origin);
  const limits = [
    ...(movements?.bans ?? []).map((ban) => `${clock.instant(ban.fromMinutes)} – ${clock.instant(ban.toMinutes)}: ${ban.reason ?? ''} (${t('zone.ban', ban.minLengthMetres ?? 0)})`),
    ...(movements?.caps ?? []).map((cap) => t('zone.cap', cap.max, duration(cap.periodMinutes))),
  ];
  return [
    closures.length === 0 ? el('p', { class: 'soft' }, t('zone.none')) : el('div', {}, ...closures.map((closure, index) => (index === state.zone ? form(problem!, closure, index) : row(clock, closure, index)))),
    ...(limits.length === 0 ? [] : [el('h2', { class: 'minor' }, t('zone.bans')), el('ul', {}, ...limits.map((limit) => el('li', {}, limit)))]),
  ];
}

function row(clock: Clock, closure: Closure, index: number): HTMLElement {
  return button(`${closure.quay} ${closure.fromMetres ?? 0}–${closure.toMetres ?? ''} m · ${clock.instant(closure.fromMinutes)} – ${clock.instant(closure.toMinutes)} · ${closure.reason ?? ''}`, () => store.update({ zone: index, selected: null }), { class: 'row', id: `zone-${index}` });
}

function form(problem: BerthProblem, closure: Closure, index: number): HTMLElement {
  const length = problem.quays.find((quay) => quay.id === closure.quay)?.lengthMetres ?? 0;
  const set = (part: Partial<Closure>): void => changeZone(index, { ...closure, ...part });
  const field = (name: string, label: string, value: number, take: (value: number) => Partial<Closure>): HTMLElement =>
    el('label', {}, label, el('input', { type: 'number', id: `zone-${name}`, value, step: 'any', change: (event: Event) => set(take(Number((event.target as HTMLInputElement).value))) }));
  const time = (name: string, label: () => string, value: number, take: (minutes: number) => Partial<Closure>): HTMLElement => {
    const input = timeField(problem, `zone-${name}`, label, value);
    input.element.addEventListener('change', () => {
      const minutes = input.read();
      if (minutes !== null) {
        set(take(minutes));
      }
    });
    return el('label', { class: 'wide' }, label(), input.element);
  };
  const reason = el('input', { type: 'text', id: 'zone-reason', value: closure.reason ?? '', maxlength: 100, change: (event: Event) => set({ reason: (event.target as HTMLInputElement).value }) });
  return el('fieldset', { class: 'form' },
    el('legend', {}, closure.quay),
    el('label', { class: 'wide' }, t('zone.reason'), reason),
    field('from-metres', `${t('zone.from')}, ${t('zone.metres')}`, closure.fromMetres ?? 0, (fromMetres) => ({ fromMetres })),
    field('to-metres', `${t('zone.to')}, ${t('zone.metres')}`, closure.toMetres ?? length, (toMetres) => ({ toMetres: Math.min(length, toMetres) })),
    time('from-time', () => t('zone.from'), closure.fromMinutes, (fromMinutes) => ({ fromMinutes })),
    time('to-time', () => t('zone.to'), closure.toMinutes, (toMinutes) => ({ toMinutes })),
    el('p', { class: 'soft wide' }, timeHint(problem)),
    button(t('zone.remove'), () => removeZone(index), { id: 'zone-remove' }));
}
