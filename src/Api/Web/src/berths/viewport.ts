import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import { plotOf } from './frame';

const mostZoom = 60;

/** Panning and zooming of a canvas, by wheel, drag, pinch and keys. */
export class Viewport {
  transform: ZoomTransform = zoomIdentity;
  private readonly behaviour: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly on;

  /** @param mayPan Whether a pointer that goes down there moves the picture. */
  constructor(canvas: HTMLCanvasElement, mayPan: (event: PointerEvent | WheelEvent | TouchEvent | MouseEvent) => boolean, changed: () => void) {
    this.behaviour = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([1, mostZoom])
      .filter((event: MouseEvent) => event.button === 0 && (event.type === 'wheel' || mayPan(event)))
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.transform = event.transform;
        changed();
      });
    this.on = select(canvas).call(this.behaviour).on('dblclick.zoom', null);
  }

  /** @param long How much longer the whole time is than what fills the picture at first. */
  resize(width: number, height: number, transposed: boolean, long: number): void {
    const plot = plotOf(width, height, transposed);
    const extent: [[number, number], [number, number]] = [[plot.x, plot.y], [plot.x + plot.w, plot.y + plot.h]];
    const whole: [[number, number], [number, number]] = [extent[0], transposed ? [plot.x + plot.w * long, extent[1][1]] : [extent[1][0], plot.y + plot.h * long]];
    this.behaviour.extent(extent).translateExtent(whole);
    this.on.call(this.behaviour.scaleBy, 1); // brings it inside the new extent
  }

  by(factor: number): void {
    this.on.call(this.behaviour.scaleBy, factor);
  }

  pan(dx: number, dy: number): void {
    this.on.call(this.behaviour.translateBy, dx / this.transform.k, dy / this.transform.k);
  }

  whole(): void {
    this.on.call(this.behaviour.transform, zoomIdentity);
  }

  /** Brings a point of the whole picture to the middle. */
  centre(x: number, y: number, k: number): void {
    this.on.call(this.behaviour.transform, zoomIdentity.scale(Math.max(k, this.transform.k)));
    this.on.call(this.behaviour.translateTo, x, y);
  }
}
