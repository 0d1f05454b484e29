import { type Box, type Pen, widthOf } from '../../drawing/pen';
import type { Placed } from '../model';
import type { Scene } from './scene';

const leastHeight = 11;

/** The name, word by word where it is long, then the times. */
export function drawLabel(pen: Pen, scene: Scene, placed: Placed, box: Box, edge: string): void {
  if (box.h < leastHeight || box.w < 22) {
    return;
  }

  const { colours, clock } = scene;
  const lines = linesOf(placed.call.id, box.w - 6);
  const { startMinutes, endMinutes } = placed.assignment;
  const ink = { fill: colours.callInk, size: 10 };
  const first = box.y + Math.min(box.h / 2, 9);
  const room = Math.max(1, Math.floor((box.h - 6) / 12));
  lines.slice(0, room).forEach((line, index) => pen.text([box.x + 3, first + index * 12], line, { ...ink, bold: true }));
  if (lines.length + 1 < room && box.w > 74) {
    pen.text([box.x + 3, first + lines.length * 12], `${clock.time(startMinutes)}–${clock.time(endMinutes)}`, ink);
  }

  mark(pen, scene, placed, box, edge);
}

/** In the corner, a second sign beside the colour: a clock where the call waits, an exclamation mark where it is late, a lock. */
function mark(pen: Pen, scene: Scene, placed: Placed, box: Box, edge: string): void {
  if (box.w < 16 || box.h < (box.w < 78 ? 44 : 14)) {
    return;
  }

  const [x, y] = [box.x + box.w - 9, box.w < 78 ? box.y + box.h - 9 : box.y + 9];
  if (placed.locked) {
    pen.rect({ x: x - 3.5, y: y - 1, w: 7, h: 5.5 }, { fill: scene.colours.callInk });
    pen.path([[x - 2, y - 1], [x - 2, y - 4], [x + 2, y - 4], [x + 2, y - 1]], { stroke: scene.colours.callInk, width: 1.3 });
  } else if (placed.fate === 'late') {
    pen.text([x, y], '!', { fill: edge, size: 12, bold: true, anchor: 'middle' });
  } else if (placed.fate === 'waits' && box.h > 20) {
    pen.path([[x, y - 3.5], [x, y], [x + 3, y + 1]], { stroke: edge, width: 1.4 });
  }
}

const shortened = new Map<string, string[]>();

function linesOf(name: string, width: number): string[] {
  const key = `${name}|${Math.floor(width / 4)}`;
  let lines = shortened.get(key);
  if (lines === undefined) {
    const words = widthOf(name, 10.5) <= width - 10 ? [name] : name.split(' ');
    const letters = Math.max(2, Math.floor(width / 6.4));
    lines = words.map((word) => (word.length <= letters ? word : `${word.slice(0, letters - 1)}…`));
    if (shortened.size > 20_000) {
      shortened.clear();
    }

    shortened.set(key, lines);
  }

  return lines;
}
