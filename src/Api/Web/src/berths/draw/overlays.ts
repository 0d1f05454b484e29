import { inset, meets, type Pen, widthOf } from '../../drawing/pen';
import { boxOf } from './calls';
import type { Scene } from './scene';

const leastHeight = 11;

/** Where calls lay in the plan before. */
export function drawGhosts(pen: Pen, scene: Scene): void {
  for (const { assignment, toMetres } of scene.model.ghosts) {
    const box = boxOf(scene, assignment.quay, assignment.positionMetres, toMetres, assignment.startMinutes, assignment.endMinutes);
    if (box !== null && meets(box, scene.frame.plot)) {
      pen.rect(inset(box, 0.5), { stroke: scene.colours.soft, dash: [3, 3], alpha: 0.7 });
    }
  }
}

/** Calls without a place, where they wish to lie. */
export function drawWishes(pen: Pen, scene: Scene): void {
  const { colours } = scene;
  for (const wish of scene.model.wishes) {
    const box = boxOf(scene, wish.quay, wish.positionMetres, wish.positionMetres + wish.call.lengthMetres, wish.call.arrivalMinutes, wish.endMinutes);
    if (box !== null && wish.call.id !== scene.held?.call.id && meets(box, scene.frame.plot)) {
      const chosen = wish.call.id === scene.selected || wish.call.id === scene.hovered;
      pen.rect(inset(box, 0.5), { fill: colours.page, alpha: 0.35 });
      pen.rect(inset(box, 0.5), { stroke: chosen ? colours.ink : colours.soft, dash: [4, 2], width: chosen ? 2 : 1 });
      if (box.w > widthOf(wish.call.id, 10) + 6 && box.h >= leastHeight) {
        pen.text([box.x + 3, box.y + Math.min(box.h / 2, 9)], wish.call.id, { fill: colours.soft, size: 10 });
      }
    }
  }
}

/** The call in the planner's hand: green where it may lie, red and dashed where it may not. */
export function drawHeld(pen: Pen, scene: Scene): void {
  const { held, colours } = scene;
  const at = held?.assignment;
  const box = held && at ? boxOf(scene, at.quay, at.positionMetres, held.toMetres, at.startMinutes, at.endMinutes) : null;
  if (held !== null && box !== null) {
    const colour = held.verdict === 'valid' ? colours.good : held.verdict === 'invalid' ? colours.bad : colours.soft;
    pen.rect(box, { fill: colour, alpha: 0.35 });
    pen.rect(box, { stroke: colour, width: 2.5, ...(held.verdict === 'valid' ? {} : { dash: [6, 4] }) });
    pen.text([box.x + 4, box.y + Math.min(box.h / 2, 10)], `${held.verdict === 'valid' ? '✓ ' : held.verdict === 'invalid' ? '✕ ' : ''}${held.call.id}`, { fill: colours.ink, bold: true });
  }
}
