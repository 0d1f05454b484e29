import { type Box, type Pen, type Point, widthOf } from '../../drawing/pen';
import type { Placed } from '../model';
import type { Scene } from './scene';

const least = { height: 11, width: 22, upward: 12, letters: 5 };
const lineHeight = 12;

/** The name: along the top, or word by word, where it has room; else upwards in boxes that are higher than wide; then the times. The foot is what numbers of cranes take. */
export function drawLabel(pen: Pen, scene: Scene, placed: Placed, box: Box, edge: string, foot: number): void {
  const ink = { fill: scene.colours.callInk, size: 10 };
  const name = placed.call.id;
  const isUpward = box.h > box.w && (box.w < least.width || name.split(' ').some((word) => bold(word) > box.w - 6));
  if (isUpward) {
    const short = box.w < least.upward ? '' : shorten(name, box.h - foot - (box.w < 26 && hasMark(placed) ? 22 : 8));
    if (short !== '') {
      pen.text([box.x + Math.min(box.w / 2, 9), box.y + 5], short, { ...ink, bold: true, anchor: 'end', upward: true });
    }
  } else if (box.h >= least.height && box.w >= least.width) {
    const lines = linesOf(name, box.w - (box.w < 78 || !hasMark(placed) ? 6 : 18), Math.max(1, Math.floor((box.h - 6) / lineHeight)));
    const first = box.y + Math.min(box.h / 2, 9);
    lines.forEach((line, index) => pen.text([box.x + 3, first + index * lineHeight], line, { ...ink, bold: true }));
    if ((lines.length + 1) * lineHeight < box.h - 6 && box.w > 74) {
      const { startMinutes, endMinutes } = placed.assignment;
      pen.text([box.x + 3, first + lines.length * lineHeight], `${scene.clock.time(startMinutes)}–${scene.clock.time(endMinutes)}`, ink);
    }
  }

  mark(pen, scene, placed, box, edge, isUpward, foot);
}

function hasMark(placed: Placed): boolean {
  return placed.locked || placed.fate !== 'onTime';
}

/** In the corner, a second sign beside the colour: a clock where the call waits, an exclamation mark where it is late, a lock. */
function mark(pen: Pen, { colours }: Scene, placed: Placed, box: Box, edge: string, isUpward: boolean, foot: number): void {
  const below = isUpward ? box.w < 26 : box.w < 78;
  if (box.w < 14 || box.h < (below ? 48 : 16)) {
    return;
  }

  const [x, y] = [below && isUpward ? box.x + box.w / 2 : box.x + box.w - 9, below ? box.y + box.h - foot - 8 : box.y + 9];
  if (placed.locked) {
    pen.rect({ x: x - 3.5, y: y - 1, w: 7, h: 5.5 }, { fill: colours.callInk });
    pen.path([[x - 2, y - 1], [x - 2, y - 4], [x + 2, y - 4], [x + 2, y - 1]], { stroke: colours.callInk, width: 1.3 });
  } else if (placed.fate === 'late') {
    pen.text([x, y], '!', { fill: edge, size: 12, bold: true, anchor: 'middle' });
  } else if (placed.fate === 'waits') {
    pen.path(Array.from({ length: 12 }, (_, hour): Point => [x + 4 * Math.sin((hour * Math.PI) / 6), y - 4 * Math.cos((hour * Math.PI) / 6)]), { fill: colours.page, stroke: edge }, true);
    pen.path([[x, y - 2.6], [x, y], [x + 2, y]], { stroke: edge });
  }
}

const shortened = new Map<string, string[]>();

function linesOf(name: string, width: number, room: number): string[] {
  const key = `${name}|${Math.floor(width / 4)}|${Math.min(room, 4)}`;
  let lines = shortened.get(key);
  if (lines === undefined) {
    const words = room === 1 || bold(name) <= width ? [name] : name.split(' ').slice(0, room);
    lines = words.map((word) => shorten(word, width)).filter((word) => word !== '');
    if (shortened.size > 20_000) {
      shortened.clear();
    }

    shortened.set(key, lines);
  }

  return lines;
}

/** As much of a name as has room; nothing where that would tell nothing. */
function shorten(name: string, width: number): string {
  if (bold(name) <= width) {
    return name;
  }

  const letters = Math.floor(width / (bold(name) / [...name].length)) - 1;
  return letters < least.letters - 1 ? '' : `${[...name].slice(0, letters).join('').trimEnd()}…`;
}

function bold(text: string): number {
  return widthOf(text, 11.4);
}
