import { el } from '../page/element';
import { store } from '../state/state';
import { forPaper, type Palette, paletteOf } from './palette';
import type { Pen } from './pen';
import { SvgPen } from './svg-pen';

export interface Size {
  width: number;
  height: number;
}

export type Draw = (pen: Pen, size: Size, colours: Palette) => void;

/** A picture that fills its place and is drawn anew when that changes. */
export class Figure {
  readonly element: HTMLElement;
  private drawing: Draw = () => undefined;
  private size: Size = { width: 0, height: 0 };

  constructor(label: string) {
    this.element = el('div', { class: 'figure-host', role: 'img', 'aria-label': label });
    new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      this.size = { width: Math.floor(width), height: Math.floor(height) };
      this.paint();
    }).observe(this.element);
  }

  show(drawing: Draw): void {
    this.drawing = drawing;
    this.paint();
  }

  /** The same on paper. */
  svg(size: Size = { width: 1600, height: 1000 }): string {
    return pictureOf(this.drawing, size, forPaper);
  }

  private paint(): void {
    if (this.size.width > 0 && this.size.height > 0) {
      this.element.innerHTML = pictureOf(this.drawing, this.size, paletteOf(store.value.theme));
    }
  }
}

function pictureOf(drawing: Draw, size: Size, colours: Palette): string {
  const pen = new SvgPen(size.width, size.height);
  pen.rect({ x: 0, y: 0, w: size.width, h: size.height }, { fill: colours.page });
  drawing(pen, size, colours);
  return pen.toString();
}
