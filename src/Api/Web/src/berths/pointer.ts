import type { Point } from '../drawing/pen';
import type { BerthPlan, BerthProblem } from '../service/types';
import { scenario, store } from '../state/state';
import { addZone, drop } from './actions';
import type { BerthChart } from './chart';
import { sectionOf, slotOf, snap } from './grid';
import { Hand } from './hand';
import { hit } from './hit';
import { laneAt } from './layout';
import { nearestPlace } from './place';
import { PointerCard } from './pointer-card';

/** What goes on between a pointer's down and its up. */
interface Gesture {
  move(point: Point): void;
  end(): void;
}

/** Everything that a pointer does with the plan: select, drag a call, draw a zone; panning is the viewport's. */
export function attachPointer(chart: BerthChart, card: PointerCard): void {
  const canvas = chart.canvas;
  let gesture: Gesture | null = null;

  const at = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const first = (event: MouseEvent | TouchEvent): MouseEvent | Touch => ('touches' in event ? event.touches[0]! : event);
  chart.takes = (event) => {
    const scene = chart.scene();
    return store.value.drawing || (scene !== null && hit(scene, at(first(event) as MouseEvent))?.what === 'call');
  };

  canvas.addEventListener('pointerdown', (event) => {
    const scene = chart.scene();
    if (scene === null || event.button !== 0) {
      return;
    }

    const found = hit(scene, at(event));
    if (store.value.drawing) {
      gesture = drawZone(chart, at(event));
    } else if (found?.what === 'call') {
      store.update({ selected: found.id, zone: null, panel: 'call' });
      gesture = dragCall(chart, card, found.id, found.grip);
    } else if (found?.what === 'zone') {
      store.update({ zone: found.index, selected: null, panel: 'zones' });
    } else {
      store.update({ selected: null, zone: null });
    }

    if (gesture !== null) {
      canvas.setPointerCapture(event.pointerId);
    }
  });
  canvas.addEventListener('pointermove', (event) => {
    if (gesture === null) {
      hover(chart, card, at(event));
    } else {
      gesture.move(at(event));
    }
  });
  canvas.addEventListener('pointerup', () => {
    gesture?.end();
    gesture = null;
  });
  canvas.addEventListener('pointercancel', () => {
    gesture = null;
    chart.held = chart.sketch = null;
    card.hide();
    chart.redraw();
  });
  canvas.addEventListener('pointerleave', () => {
    if (gesture === null) {
      chart.hovered = null;
      card.hide();
      chart.redraw();
    }
  });
}

function hover(chart: BerthChart, card: PointerCard, point: Point): void {
  const scene = chart.scene();
  const found = scene === null ? null : hit(scene, point);
  const id = found?.what === 'call' ? found.id : null;
  chart.canvas.style.cursor = store.value.drawing ? 'crosshair' : found === null ? 'grab' : 'pointer';
  if (id !== chart.hovered) {
    chart.hovered = id;
    chart.redraw();
  }

  if (scene !== null && id !== null) {
    card.tellCall(scene, id, point);
  } else {
    card.hide();
  }
}

function dragCall(chart: BerthChart, card: PointerCard, id: string, grip: { metres: number; minutes: number }): Gesture | null {
  const shown = scenario(store.value, 'berths')!;
  const problem = shown.problem as BerthProblem;
  const call = problem.calls?.find((other) => other.id === id);
  if (call === undefined || call.pin !== undefined || store.value.run !== null) {
    return null;
  }

  let last: Point = [0, 0];
  const hand: Hand = new Hand(problem, shown.plan as BerthPlan | null, call, shown.verdict?.faults ?? [], () => {
    chart.held = hand.held;
    card.tellHeld(hand, last);
    chart.redraw();
  });
  return {
    move: (point) => {
      last = point;
      const frame = chart.scene()!.frame;
      const to = frame.invert(point);
      hand.over(nearestPlace(problem, frame.layout, call, to.metres - grip.metres, to.minutes - grip.minutes));
      card.tellHeld(hand, point);
    },
    end: () => void drop(chart, card, hand),
  };
}

function drawZone(chart: BerthChart, from: Point): Gesture {
  const frame = chart.scene()!.frame;
  const problem = scenario(store.value, 'berths')!.problem as BerthProblem;
  const start = frame.invert(from);
  const lane = laneAt(frame.layout, start.metres);
  const limit = (value: number, step: number, most: number): number => Math.min(Math.max(0, snap(value, step)), most);
  const move = (point: Point): void => {
    const to = frame.invert(point);
    const metres = [start.metres, to.metres].map((value) => limit(value - lane.start, sectionOf(problem), lane.quay.lengthMetres)).sort((a, b) => a - b);
    const minutes = [start.minutes, to.minutes].map((value) => limit(value, slotOf(problem), problem.horizonMinutes)).sort((a, b) => a - b);
    chart.sketch = { quay: lane.quay.id, fromMetres: metres[0]!, toMetres: metres[1]!, fromMinutes: minutes[0]!, toMinutes: minutes[1]! };
    chart.redraw();
  };
  const end = (): void => {
    const sketch = chart.sketch;
    chart.sketch = null;
    store.update({ drawing: false });
    if (sketch !== null && sketch.toMetres > sketch.fromMetres && sketch.toMinutes > sketch.fromMinutes) {
      addZone(sketch);
    }
  };
  return { move, end };
}
