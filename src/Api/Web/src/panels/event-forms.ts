import { slotOf, snap } from '../berths/grid';
import { el } from '../page/element';
import type { PortEvent } from '../service/replan';
import type { BerthProblem } from '../service/types';
import { t } from '../text/text';

type FieldKind = 'call' | 'quay' | 'pool' | 'hours' | 'metres' | 'count' | 'text';

/** The fields of each event, by the names that the service gives them. */
const fields: Record<PortEvent['type'], Record<string, FieldKind>> = {
  etaChanged: { call: 'call', arrivalMinutes: 'hours' },
  callAdded: { id: 'text', lengthMetres: 'metres', arrivalMinutes: 'hours', handlingMinutes: 'hours', preferredQuay: 'quay' },
  callOmitted: { call: 'call' },
  craneDown: { pool: 'pool', crane: 'count', fromMinutes: 'hours', toMinutes: 'hours', reason: 'text' },
  berthClosed: { quay: 'quay', fromMetres: 'metres', toMetres: 'metres', fromMinutes: 'hours', toMinutes: 'hours', reason: 'text' },
  windLimit: { fromMinutes: 'hours', toMinutes: 'hours', minLengthMetres: 'metres' },
  visibilityClosed: { fromMinutes: 'hours', toMinutes: 'hours' },
};

export const eventTypes = Object.keys(fields) as PortEvent['type'][];

/** A form for one type of event; calls back with the event. */
export function eventForm(type: PortEvent['type'], problem: BerthProblem, selected: string | null, nowMinutes: number, done: (event: PortEvent) => void): HTMLFormElement {
  const inputs = Object.entries(fields[type]).map(([name, kind]) => [name, kind, input(name, kind, problem, selected, nowMinutes)] as const);
  const form = el('form', { class: 'form', id: 'event-form' },
    ...inputs.map(([name, kind, element]) => el('label', { class: kind === 'text' ? 'wide' : '' }, `${t(`event.${name}`)}${kind === 'hours' ? ', h' : kind === 'metres' ? ', m' : ''}`, element)),
    el('button', { type: 'submit', id: 'event-add' }, t('inbox.add')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done(read(type, problem, inputs));
  });
  return form;
}

function input(name: string, kind: FieldKind, problem: BerthProblem, selected: string | null, nowMinutes: number): HTMLInputElement | HTMLSelectElement {
  const id = `event-${name}`;
  const ids = { call: problem.calls, quay: problem.quays, pool: problem.cranePools }[kind as 'call' | 'quay' | 'pool'];
  if (ids !== undefined) {
    return el('select', { id }, ...ids.map((one) => el('option', { value: one.id, selected: kind === 'call' && one.id === selected }, one.id)));
  }

  const start = kind === 'hours' ? (nowMinutes + (name === 'fromMinutes' ? 0 : 720)) / 60 : kind === 'count' ? 1 : name === 'toMetres' ? 200 : 0;
  return kind === 'text' ? el('input', { id, type: 'text', maxlength: 100 }) : el('input', { id, type: 'number', step: 'any', required: true, value: start });
}

function read(type: PortEvent['type'], problem: BerthProblem, inputs: readonly (readonly [string, FieldKind, HTMLInputElement | HTMLSelectElement])[]): PortEvent {
  const values = Object.fromEntries(inputs.flatMap(([name, kind, element]): [string, string | number][] => {
    const text = element.value;
    return text === '' ? [] : [[name, kind === 'hours' ? snap(Number(text) * 60, slotOf(problem)) : kind === 'metres' || kind === 'count' ? Number(text) : text]];
  }));
  if (type !== 'callAdded') {
    return { type, ...values } as PortEvent;
  }

  const { handlingMinutes, ...call } = values;
  return { type, newCall: { ...call, handling: { minutes: handlingMinutes }, rates: { waitingPerHour: 100 } } } as unknown as PortEvent;
}
