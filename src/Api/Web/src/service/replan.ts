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

/** What it costs to change the plan in force: an hour, a metre, another quay or place, a crane more or fewer; in the problem's unit of cost. */
export interface Stability {
  startChangePerHour: number;
  positionChangePerMetre: number;
  moveCost: number;
  craneChangeCost: number;
}

export interface Replan {
  nowMinutes: number;
  events: PortEvent[];
  stability: Stability;
  options: { timeLimitSeconds: number };
}
