import { el } from '../page/element';
import { timeField, timeHint } from '../page/time-field';
import type { PortEvent } from '../service/replan';
import type { BerthProblem } from '../service/types';
import { tell } from '../state/state';
import { t } from '../text/text';

type FieldKind = 'call' | 'quay' | 'pool' | 'time' | 'hours' | 'metres' | 'count' | 'text';

/** The fields of each event, by the names that the service gives them. */
const fields: Record<PortEvent['type'], Record<string, FieldKind>> = {
  etaChanged: { call: 'call', arrivalMinutes: 'time' },
  callAdded: { id: 'text', lengthMetres: 'metres', arrivalMinutes: 'time', handlingMinutes: 'hours', preferredQuay: 'quay' },
  callOmitted: { call: 'call' },
  craneDown: { pool: 'pool', crane: 'count', fromMinutes: 'time', toMinutes: 'time', reason: 'text' },
  berthClosed: { quay: 'quay', fromMetres: 'metres', toMetres: 'metres', fromMinutes: 'time', toMinutes: 'time', reason: 'text' },
  windLimit: { fromMinutes: 'time', toMinutes: 'time', minLengthMetres: 'metres' },
  visibilityClosed: { fromMinutes: 'time', toMinutes: 'time' },
};

const halfDay = 720;

export const eventTypes = Object.keys(fields) as PortEvent['type'][];

/** One field of a form: what it holds, undefined for nothing, null for what has been refused. */
interface Field {
  element: HTMLInputElement | HTMLSelectElement;
  read(): string | number | undefined | null;
  /** Puts another time into a field for times. */
  show?(minutes: number): void;
}

/** A form for one type of event; calls back with the event. */
export function eventForm(type: PortEvent['type'], problem: BerthProblem, selected: string | null, nowMinutes: number, done: (event: PortEvent) => void): HTMLFormElement {
  const inputs = Object.entries(fields[type]).map(([name, kind]) => ({ name, kind, ...field(name, kind, problem, selected, nowMinutes) }));
  const call = inputs.find((input) => input.name === 'call');
  const arrival = inputs.find((input) => input.name === 'arrivalMinutes');
  if (call !== undefined && arrival?.show !== undefined) {
    // The present time of arrival stands there to be changed.
    const show = (): void => arrival.show!(problem.calls?.find((one) => one.id === call.element.value)?.arrivalMinutes ?? nowMinutes);
    call.element.addEventListener('change', show);
    show();
  }

  const form = el('form', { class: 'form', id: 'event-form', novalidate: true },
    ...inputs.map(({ name, kind, element }) => el('label', { class: kind === 'text' || kind === 'time' ? 'wide' : '' }, labelOf(name, kind), element)),
    inputs.some(({ kind }) => kind === 'time') ? el('p', { class: 'soft wide' }, timeHint(problem)) : null,
    el('button', { type: 'submit', id: 'event-add' }, t('inbox.add')));
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const event = read(type, inputs);
    if (event !== null) {
      done(event);
    }
  });
  return form;
}

function labelOf(name: string, kind: FieldKind): string {
  return `${t(`event.${name}`)}${kind === 'hours' ? ', h' : kind === 'metres' ? ', m' : ''}`;
}

function field(name: string, kind: FieldKind, problem: BerthProblem, selected: string | null, nowMinutes: number): Field {
  const id = `event-${name}`;
  const ids = { call: problem.calls, quay: problem.quays, pool: problem.cranePools }[kind as 'call' | 'quay' | 'pool'];
  if (ids !== undefined) {
    const element = el('select', { id }, ...ids.map((one) => el('option', { value: one.id, selected: kind === 'call' && one.id === selected }, one.id)));
    return { element, read: () => element.value || undefined };
  }

  if (kind === 'time') {
    return timeField(problem, id, () => labelOf(name, kind), nowMinutes + (name === 'fromMinutes' ? 0 : Math.min(halfDay, problem.horizonMinutes - nowMinutes)));
  }

  if (kind === 'text') {
    const element = el('input', { id, type: 'text', maxlength: 100 });
    return { element, read: () => element.value || undefined };
  }

  const longest = Math.max(...problem.quays.map((quay) => quay.lengthMetres));
  const [start, most] = kind === 'metres' ? [name === 'toMetres' || name === 'lengthMetres' ? Math.min(200, longest) : 0, longest] : kind === 'hours' ? [12, problem.horizonMinutes / 60] : [1, 10_000];
  return numberField(id, () => labelOf(name, kind), start, most, kind === 'hours' ? 60 : 1);
}

function numberField(id: string, label: () => string, start: number, most: number, factor: number): Field {
  const element = el('input', { id, type: 'number', step: 'any', required: true, value: start });
  return {
    element,
    read: () => {
      const value = Number(element.value || NaN);
      if (value >= 0 && value <= most) {
        return value * factor;
      }

      tell(() => t('number.outside', label(), 0, most), true);
      element.focus();
      return null;
    },
  };
}

/** The event that the fields hold; null when one of them has been refused. */
function read(type: PortEvent['type'], inputs: readonly ({ name: string } & Field)[]): PortEvent | null {
  const values: Record<string, string | number> = {};
  for (const { name, read: value } of inputs) {
    const held = value();
    if (held === null) {
      return null;
    }

    if (held !== undefined) {
      values[name] = held;
    }
  }

  if (type !== 'callAdded') {
    return { type, ...values } as PortEvent;
  }

  const { handlingMinutes, ...call } = values;
  return { type, newCall: { ...call, handling: { minutes: handlingMinutes }, rates: { waitingPerHour: 100 } } } as unknown as PortEvent;
}
