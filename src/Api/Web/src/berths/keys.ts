import type { BerthPlan, BerthProblem } from '../service/types';
import { scenario, store } from '../state/state';
import { drop, removeZone, toggleLock } from './actions';
import type { BerthChart } from './chart';
import { assignmentOf } from './edits';
import { sectionOf, slotOf } from './grid';
import { Hand } from './hand';
import { laneOf } from './layout';
import { nearestPlace } from './place';
import type { PointerCard } from './pointer-card';

const pixels = 80;
const far = 6;

const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The plan by keys: arrows move the selected call, Enter puts it down, Escape gives it back; without one they move the picture. */
export function attachKeys(chart: BerthChart, card: PointerCard): void {
  let hand: Hand | null = null;

  const letGo = (): void => {
    hand?.end();
    hand = chart.held = null;
    card.hide();
    chart.redraw();
  };

  chart.canvas.addEventListener('blur', letGo);
  chart.canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    const arrow = arrows[event.key];
    const { selected, zone } = store.value;
    if (arrow !== undefined && selected === null) {
      chart.viewport.pan(-arrow[0] * pixels, -arrow[1] * pixels);
    } else if (arrow !== undefined) {
      hand ??= take(chart, card, selected!);
      nudge(chart, card, hand, arrow, event.shiftKey ? far : 1);
    } else if (event.key === 'Enter' && hand !== null) {
      void drop(chart, card, hand);
      hand = null;
    } else if (event.key === 'Escape') {
      if (hand === null) {
        store.update({ selected: null, zone: null, drawing: false });
      }

      letGo();
    } else if (event.key === 'Delete' && zone !== null) {
      removeZone(zone);
    } else if ((event.key === 'l' || event.key === 'L') && selected !== null) {
      toggleLock(selected);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      letGo();
      selectNext(chart, event.key === 'PageDown' ? 1 : -1);
    } else if (event.key === '+' || event.key === '=') {
      chart.viewport.by(1.4);
    } else if (event.key === '-') {
      chart.viewport.by(1 / 1.4);
    } else if (event.key === '0') {
      chart.viewport.whole();
    } else {
      return;
    }

    event.preventDefault();
  });
}

function take(chart: BerthChart, card: PointerCard, id: string): Hand | null {
  const shown = scenario(store.value, 'berths');
  const problem = shown?.problem as BerthProblem;
  const call = problem.calls?.find((other) => other.id === id);
  if (call === undefined || call.pin !== undefined || store.value.run !== null) {
    return null;
  }

  const hand: Hand = new Hand(problem, shown!.plan as BerthPlan | null, call, shown!.verdict?.faults ?? [], () => {
    chart.held = hand.held;
    tell(chart, card, hand);
    chart.redraw();
  });
  return hand;
}

function nudge(chart: BerthChart, card: PointerCard, hand: Hand | null, [dx, dy]: readonly [number, number], steps: number): void {
  const scene = chart.scene();
  const problem = scene?.model.problem;
  if (hand === null || problem === undefined) {
    return;
  }

  const [along, later] = scene!.frame.transposed ? [dy, dx] : [dx, dy];
  const on = hand.held.assignment ?? { quay: hand.call.preferredQuay ?? problem.quays[0]!.id, positionMetres: hand.call.preferredPositionMetres ?? 0, startMinutes: hand.call.arrivalMinutes };
  const start = laneOf(scene!.frame.layout, on.quay)!.start;
  const to = nearestPlace(problem, scene!.frame.layout, hand.call, start + on.positionMetres + along * steps * sectionOf(problem), on.startMinutes + later * steps * slotOf(problem));
  hand.over(to);
  tell(chart, card, hand);
}

function tell(chart: BerthChart, card: PointerCard, hand: Hand): void {
  const frame = chart.scene()!.frame;
  const on = hand.held.assignment;
  const lane = on === null ? undefined : laneOf(frame.layout, on.quay);
  if (on !== null && lane !== undefined) {
    card.tellHeld(hand, frame.point(lane.start + on.positionMetres + hand.call.lengthMetres, on.startMinutes));
  }
}

/** The next call in the order of berthing. */
function selectNext(chart: BerthChart, by: number): void {
  const plan = scenario(store.value, 'berths')?.plan as BerthPlan | null;
  const problem = scenario(store.value, 'berths')?.problem as BerthProblem | undefined;
  const order = [...(problem?.calls ?? [])].sort((a, b) => startOf(plan, a.id, a.arrivalMinutes) - startOf(plan, b.id, b.arrivalMinutes));
  const now = order.findIndex((call) => call.id === store.value.selected);
  const next = order[(now + by + order.length) % order.length];
  if (next !== undefined) {
    store.update({ selected: next.id, zone: null, panel: 'call' });
    chart.redraw();
  }
}

function startOf(plan: BerthPlan | null, id: string, arrival: number): number {
  return assignmentOf(plan, id)?.startMinutes ?? arrival;
}
