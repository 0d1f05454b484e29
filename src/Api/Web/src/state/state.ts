import type { PortEvent, Stability } from '../service/replan';
import type { Demo, Kind } from '../service/types';
import { currentOf, type Desk, type Run, type Scenario } from './desk';
import { Store } from './store';

export type View = Kind | 'compare';
export type Panel = 'call' | 'why' | 'calls' | 'zones' | 'inbox' | 'run';
export type Theme = 'auto' | 'light' | 'dark';

/** Said in the language of the moment; what the service says stays in its own. */
export type Words = string | (() => string);

/** A word to the planner; with something that can be done about it. */
export interface Notice {
  text: Words;
  bad: boolean;
  action?: { label: Words; run: () => void };
}

export function said(words: Words): string {
  return typeof words === 'string' ? words : words();
}

export interface State {
  view: View;
  desks: Partial<Record<Kind, Desk>>;
  demos: Demo[];
  panel: Panel;
  /** Id of the selected call. */
  selected: string | null;
  /** Index of the selected unavailable zone. */
  zone: number | null;
  /** Whether a drag across the plan draws a zone. */
  drawing: boolean;
  transposed: boolean;
  ghost: boolean;
  run: Run | null;
  /** Events that wait for a replan. */
  inbox: PortEvent[];
  /** Minute of the plan at which the replan begins. */
  nowMinutes: number;
  /** What a replan's changes cost; null for the usual prices. */
  stability: Stability | null;
  limitSeconds: number;
  notice: Notice | null;
  theme: Theme;
}

export const store = new Store<State>({
  view: 'berths',
  desks: {},
  demos: [],
  panel: 'calls',
  selected: null,
  zone: null,
  drawing: false,
  transposed: false,
  ghost: true,
  run: null,
  inbox: [],
  nowMinutes: 0,
  stability: null,
  limitSeconds: 10,
  notice: null,
  theme: (localStorage.getItem('berthopt-theme') as Theme | null) ?? 'auto',
});

/** The kind that the view shows; two plans of berths are compared. */
export function kindOf(state: State): Kind {
  return state.view === 'compare' ? 'berths' : state.view;
}

export function scenario(state: State, kind: Kind = kindOf(state)): Scenario | null {
  const desk = state.desks[kind];
  return desk === undefined ? null : currentOf(desk);
}

export function changeDesk(kind: Kind, change: (desk: Desk) => Desk): void {
  store.update((state) => {
    const desk = state.desks[kind];
    return desk === undefined ? {} : { desks: { ...state.desks, [kind]: change(desk) } };
  });
}

export function tell(text: Words, bad = false, action?: Notice['action']): void {
  store.update({ notice: action === undefined ? { text, bad } : { text, bad, action } });
}
