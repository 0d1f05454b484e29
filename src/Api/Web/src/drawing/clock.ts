import { language } from '../text/text';

const day = 1440;

/** Minutes as people read them: by the calendar of the port when there is an origin, as day and hour otherwise. */
export class Clock {
  private readonly start: number | null;
  private readonly days = new Map<number, string>();

  constructor(origin: string | null | undefined) {
    // The port's own clock: the offset of the origin is left in, and the rest is told in UTC.
    const local = origin?.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/)?.[0];
    this.start = local === undefined ? null : Date.parse(`${local}Z`);
  }

  /** Minutes from a midnight to minute 0. */
  get offset(): number {
    return this.start === null ? 0 : (this.start / 60_000) % day;
  }

  get hasCalendar(): boolean {
    return this.start !== null;
  }

  /** As a field for date and time has it; only where there is a calendar. */
  field(minutes: number): string {
    return new Date(this.start! + minutes * 60_000).toISOString().slice(0, 16);
  }

  /** Minutes of what stands in such a field; not a number where nothing does. */
  minutesOf(field: string): number {
    return (Date.parse(`${field}Z`) - this.start!) / 60_000;
  }

  day(minutes: number): string {
    const number = Math.floor((minutes + this.offset) / day);
    let name = this.days.get(number);
    if (name === undefined) {
      name = this.start === null ? `${language() === 'zh' ? '第' : 'day '}${number + 1}${language() === 'zh' ? '天' : ''}` : this.date(minutes);
      this.days.set(number, name);
    }

    return name;
  }

  time(minutes: number): string {
    const inDay = (((minutes + this.offset) % day) + day) % day;
    return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(Math.round(inDay % 60)).padStart(2, '0')}`;
  }

  instant(minutes: number): string {
    return `${this.day(minutes)} ${this.time(minutes)}`;
  }

  private date(minutes: number): string {
    const format: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
    return new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', format).format(this.start! + minutes * 60_000);
  }
}

/** Hours and minutes of a duration. */
export function duration(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 ? '−' : '';
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${rest} min`;
}

/** The step between two lines of a time axis so that they are at least so many pixels apart. */
export function timeStep(pixelsPerMinute: number, pixels: number): number {
  return [30, 60, 120, 180, 360, 720, day, 2 * day, 7 * day, 28 * day].find((step) => step * pixelsPerMinute >= pixels) ?? 84 * day;
}
