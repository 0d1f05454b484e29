import type { Call } from './types';

interface Period {
  fromMinutes: number;
  toMinutes: number;
}

/** What has happened since the plan was made. */
export type PortEvent =
  | { type: 'etaChanged'; call: string; arrivalMinutes: number }
  | { type: 'callAdded'; newCall: Call }
  | { type: 'callOmitted'; call: string }
  | ({ type: 'craneDown'; pool: string; crane: number; reason?: string } & Period)
  | ({ type: 'berthClosed'; quay: string; fromMetres: number; toMetres: number; reason?: string } & Period)
  | ({ type: 'windLimit'; minLengthMetres: number } & Period)
  | ({ type: 'visibilityClosed' } & Period);

export interface Replan {
  nowMinutes: number;
  events: PortEvent[];
  stability: { startChangePerHour: number; positionChangePerMetre: number; moveCost: number };
  options: { timeLimitSeconds: number };
}
