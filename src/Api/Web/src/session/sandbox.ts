import type { Kind } from '../service/types';
import { changeDesk, kindOf, store } from '../state/state';
import { previousOf, redo, undo } from '../state/desk';

function here(): Kind {
  return kindOf(store.value);
}

/** A copy of the live plan to try things on; the live plan stays as it is. */
export function openSandbox(): void {
  changeDesk(here(), (desk) => ({ ...desk, sandbox: desk.live, inSandbox: true, past: [], future: [] }));
}

/** The sandbox becomes the live plan; what was live is the plan before. */
export function adopt(): void {
  changeDesk(here(), (desk) => ({
    live: desk.sandbox === null ? desk.live : { ...desk.sandbox, previous: previousOf(desk.live) },
    sandbox: null,
    inSandbox: false,
    past: [desk.live],
    future: [],
  }));
}

export function discard(): void {
  changeDesk(here(), (desk) => ({ ...desk, sandbox: null, inSandbox: false, past: [], future: [] }));
}

export function undoStep(): void {
  changeDesk(here(), undo);
}

export function redoStep(): void {
  changeDesk(here(), redo);
}
