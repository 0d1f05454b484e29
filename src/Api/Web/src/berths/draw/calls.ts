import { type Box, inset, meets, type Pen } from '../../drawing/pen';
import type { Placed } from '../model';
import { cranesOf } from '../crew';
import { laneOf } from '../layout';
import { drawLabel } from './labels';
import type { Scene } from './scene';

const least = { cranes: 26, numbers: 15 };

/** The calls of the plan: colour and mark say how they fare, slim bars inside which cranes work on them. */
export function drawCalls(pen: Pen, scene: Scene): void {
  for (const placed of scene.model.placed) {
    const box = boxOf(scene, placed.assignment.quay, placed.assignment.positionMetres, placed.toMetres, placed.assignment.startMinutes, placed.assignment.endMinutes);
    if (box !== null && placed.call.id !== scene.held?.call.id && meets(box, scene.frame.plot)) {
      call(pen, scene, placed, box);
    }
  }
}

export function boxOf({ frame }: Pick<Scene, 'frame'>, quay: string, metres: number, toMetres: number, minutes: number, toMinutes: number): Box | null {
  const lane = laneOf(frame.layout, quay);
  return lane === undefined ? null : frame.box(lane.start + metres, lane.start + toMetres, minutes, toMinutes);
}

function call(pen: Pen, scene: Scene, placed: Placed, whole: Box): void {
  const { colours, selected, hovered } = scene;
  const box = inset(whole, 0.5);
  const edge = edgeOf(scene, placed);
  pen.rect(box, { fill: colours[placed.fate] });
  const foot = crew(pen, scene, placed, box, edge);
  const chosen = placed.call.id === selected;
  pen.rect(box, { stroke: edge, width: placed.locked ? 2 : 1 });
  if (placed.faulty) {
    pen.rect(inset(whole, 1.5), { stroke: colours.fault, width: 3, dash: [6, 3] });
  }

  if (chosen || placed.call.id === hovered) {
    pen.rect(inset(whole, -1.5), { stroke: colours.ink, width: chosen ? 2.5 : 1.2 });
  }

  drawLabel(pen, scene, placed, box, edge, foot);
}

function edgeOf({ colours }: Scene, placed: Placed): string {
  return { onTime: colours.onTimeEdge, waits: colours.waitsEdge, late: colours.lateEdge }[placed.fate];
}

/** @returns How much room numbers of cranes take at the bottom. */
function crew(pen: Pen, scene: Scene, placed: Placed, box: Box, edge: string): number {
  const count = cranesOf(placed.assignment);
  const [along, down] = scene.frame.transposed ? [box.h, box.w] : [box.w, box.h];
  if (count === 0 || along < least.cranes || down < 16) {
    return 0;
  }

  const part = along / count;
  for (let index = 1; index < count; index++) {
    const at = index * part;
    const [from, to] = scene.frame.transposed
      ? ([[box.x, box.y + at], [box.x + box.w, box.y + at]] as const)
      : ([[box.x + at, box.y], [box.x + at, box.y + box.h]] as const);
    pen.line(from, to, { stroke: edge, alpha: 0.35 });
  }

  if (part < least.numbers || down < 40) {
    return 0;
  }

  placed.assignment.cranes?.forEach((crane, index) => {
    const at = (index + 0.5) * part;
    const point = scene.frame.transposed ? ([box.x + box.w - 9, box.y + at] as const) : ([box.x + at, box.y + box.h - 8] as const);
    pen.text(point, String(crane), { fill: scene.colours.callInk, size: 9, anchor: 'middle', alpha: 0.8 });
  });
  return scene.frame.transposed ? 0 : 12;
}
