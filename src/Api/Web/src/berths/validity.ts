import { planner } from '../service/planner';
import type { BerthPlan, BerthProblem, Fault } from '../service/types';

const pauseMilliseconds = 25;

export type Judgement = { verdict: 'valid' | 'invalid'; reasons: Fault[]; cost: number };

/**
 * Asks the service's checker about one changed call, the newest question only. What was wrong with other calls before does not
 * count against this one.
 */
export class Judge {
  private asking: AbortController | null = null;
  private readonly known: Set<string>;

  constructor(
    private readonly call: string,
    before: readonly Fault[],
  ) {
    this.known = new Set(before.filter((fault) => !this.concerns(fault)).map(keyOf));
  }

  /** Null when a newer question has taken its place. */
  async ask(problem: BerthProblem, plan: BerthPlan): Promise<Judgement | null> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    if (asking.signal.aborted) {
      return null;
    }

    try {
      const verdict = await planner.evaluate('berths', problem, plan, asking.signal);
      const reasons = verdict.faults.filter((fault) => this.concerns(fault) || (fault.code !== 'call-left-out' && !this.known.has(keyOf(fault))));
      return { verdict: reasons.length === 0 ? 'valid' : 'invalid', reasons, cost: verdict.totalCost };
    } catch (error) {
      if (asking.signal.aborted) {
        return null;
      }

      throw error;
    }
  }

  end(): void {
    this.asking?.abort();
  }

  private concerns(fault: Fault): boolean {
    return fault.item === this.call || fault.other === this.call;
  }
}

function keyOf(fault: Fault): string {
  return `${fault.code}|${fault.item ?? ''}|${fault.other ?? ''}|${fault.item === null ? fault.message : ''}`;
}
