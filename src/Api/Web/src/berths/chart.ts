import { CanvasPen } from '../drawing/canvas-pen';
import { Clock } from '../drawing/clock';
import { forPaper, paletteOf } from '../drawing/palette';
import { SvgPen } from '../drawing/svg-pen';
import { el } from '../page/element';
import type { BerthPlan, BerthProblem } from '../service/types';
import { scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { draw, type Held, type Scene } from './draw/scene';
import type { ZoneSketch } from './draw/zones';
import { Frame } from './frame';
import { layoutOf } from './layout';
import { type Model, modelOf } from './model';
import { Viewport } from './viewport';
import { zoomIdentity } from 'd3-zoom';

/** The berth plan on its canvas. What the pointer and the keys do with it stands in pointer.ts and keys.ts. */
export class BerthChart {
  readonly canvas = el('canvas', { class: 'chart', tabindex: 0, role: 'application', 'aria-label': t('chart.label'), 'aria-describedby': 'chart-keys' });
  readonly viewport: Viewport;
  held: Held | null = null;
  sketch: ZoneSketch | null = null;
  hovered: string | null = null;
  /** Whether a pointer that goes down here belongs to something other than panning. */
  takes: (event: MouseEvent | TouchEvent) => boolean = () => false;
  private model: Model | null = null;
  private clock = new Clock(null);
  private frameAsked = 0;
  private size = { width: 800, height: 600 };

  constructor() {
    this.viewport = new Viewport(this.canvas, (event) => !this.takes(event), () => this.redraw());
    new ResizeObserver(([entry]) => this.resize(entry!.contentRect.width, entry!.contentRect.height)).observe(this.canvas);
    store.follow(whenChanged((state) => [state.desks.berths, state.run?.plan, state.ghost], (state) => this.load(state)));
    store.follow(whenChanged((state) => [state.transposed], () => this.resize(this.size.width, this.size.height)));
    store.follow(whenChanged((state) => [state.selected, state.zone, state.theme], () => this.redraw()));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
  }

  /** What is drawn; null as long as there is no problem. */
  scene(frame = this.frame()): Scene | null {
    const state = store.value;
    return this.model === null || frame === null ? null : {
      model: this.model, frame, colours: paletteOf(state.theme), clock: this.clock, selected: state.selected, hovered: this.hovered,
      zone: state.zone, sketch: this.sketch, held: this.held,
    };
  }

  redraw(): void {
    if (this.frameAsked === 0) {
      this.frameAsked = requestAnimationFrame(() => {
        this.frameAsked = 0;
        this.paint();
      });
    }
  }

  /** Brings a call to the middle. */
  show(id: string): void {
    const found = this.model?.placed.find((placed) => placed.call.id === id);
    const frame = this.frame(true);
    const lane = frame?.layout.lanes.find((other) => other.quay.id === found?.assignment.quay);
    if (found !== undefined && frame !== null && lane !== undefined) {
      const { positionMetres, startMinutes, endMinutes } = found.assignment;
      this.viewport.centre(...frame.point(lane.start + positionMetres + found.call.lengthMetres / 2, (startMinutes + endMinutes) / 2), 3);
    }
  }

  /** The whole plan as a picture file, in the colours of paper. */
  svg(width = 1600, height = 1000): string {
    const frame = this.model === null ? null : new Frame(layoutOf(this.model.problem), width, height, zoomIdentity, store.value.transposed);
    const scene = this.scene(frame);
    const pen = new SvgPen(width, height);
    if (scene !== null) {
      draw(pen, { ...scene, colours: forPaper, hovered: null, held: null, sketch: null, selected: null, zone: null });
    }

    return pen.toString();
  }

  private frame(whole = false): Frame | null {
    return this.model === null ? null : new Frame(layoutOf(this.model.problem), this.size.width, this.size.height, whole ? zoomIdentity : this.viewport.transform, store.value.transposed);
  }

  private load(state: State): void {
    const shown = scenario(state, 'berths');
    if (shown !== null) {
      const plan = (state.run?.kind === 'berths' ? state.run.plan : null) ?? shown.plan;
      const problem = shown.problem as BerthProblem;
      const other = this.model?.problem !== problem;
      this.model = modelOf(problem, plan as BerthPlan | null, state.ghost ? ((shown.previous?.plan ?? null) as BerthPlan | null) : null, shown.verdict?.faults ?? []);
      this.clock = new Clock(problem.origin);
      if (other) {
        this.resize(this.size.width, this.size.height);
      }
    }

    this.redraw();
  }

  private resize(width: number, height: number): void {
    if (width > 0 && height > 0) {
      this.size = { width, height };
      const ratio = devicePixelRatio;
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      const layout = this.model === null ? null : layoutOf(this.model.problem);
      this.viewport.resize(width, height, store.value.transposed, layout === null ? 1 : layout.minutes / layout.busyMinutes);
      this.paint();
    }
  }

  private paint(): void {
    const scene = this.scene();
    const context = this.canvas.getContext('2d', { alpha: false });
    if (scene !== null && context !== null) {
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      draw(new CanvasPen(context), scene);
    }
  }
}
