import { planner } from '../service/planner';
import type { Kind, Plan, Problem } from '../service/types';
import { changeDesk, kindOf, scenario, store, tell } from '../state/state';
import { currentOf, deskOf, previousOf, scenarioOf, step } from '../state/desk';
import { t } from '../text/text';

const problems: Record<string, Kind> = { 'berthopt/berths/1': 'berths', 'berthopt/cranes/1': 'cranes', 'berthopt/empties/1': 'empties' };
const plans: Record<string, Kind> = { 'berthopt/berth-plan/1': 'berths', 'berthopt/crane-plan/1': 'cranes', 'berthopt/empties-plan/1': 'empties' };

/** What the page opens with: the first problem of each kind unless another one is asked for. */
const firstDemos: Record<Kind, string> = { berths: 'berths-port', cranes: 'cranes-vessel', empties: 'empties-carrier' };

export function show(kind: Kind, problem: Problem, plan: Plan | null = null): void {
  store.update((state) => ({ view: kind, selected: null, zone: null, desks: { ...state.desks, [kind]: deskOf(scenarioOf(problem, plan)) } }));
}

export async function openDemo(id: string): Promise<void> {
  const { problem } = await planner.demo(id);
  show(id.slice(0, id.indexOf('-')) as Kind, problem);
}

/** Opens the demo of a kind that has nothing on its desk yet. */
export async function openFirst(kind: Kind): Promise<void> {
  if (store.value.desks[kind] === undefined) {
    await openDemo(firstDemos[kind]);
  }
}

/** A document of any kind, as it is or as the body of a request. Problems are read by the service before they are shown. */
export async function openText(text: string): Promise<void> {
  const document = JSON.parse(text) as { formatVersion?: string; problem?: unknown; plan?: unknown };
  const inner = typeof document.problem === 'object' && document.problem !== null ? (document.problem as { formatVersion?: string }) : document;
  const kind = problems[inner.formatVersion ?? ''];
  const planKind = plans[document.formatVersion ?? ''];
  if (kind !== undefined) {
    await planner.validate(kind, inner as Problem);
    show(kind, inner as Problem, (document.plan as Plan | undefined) ?? null);
  } else if (planKind !== undefined) {
    await openPlan(planKind, document as Plan);
  } else {
    tell(() => t('file.unknown'), true);
  }
}

async function openPlan(kind: Kind, plan: Plan): Promise<void> {
  const now = scenario(store.value, kind);
  if (now === null) {
    tell(() => t('file.noProblem'), true);
    return;
  }

  await planner.evaluate(kind, now.problem, plan);
  changeDesk(kind, (desk) => step(desk, { ...currentOf(desk), plan, previous: previousOf(now), verdict: null, job: null, trace: [] }));
  store.update({ view: kind });
}

/** Gives a text to the browser as a file. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function saveDocument(what: 'problem' | 'plan'): void {
  const kind = kindOf(store.value);
  const document = scenario(store.value, kind)?.[what];
  if (document) {
    save(`${kind}-${what}.json`, 'application/json', JSON.stringify(document, null, 2));
  }
}
