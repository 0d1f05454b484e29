import type { Assignment, BerthPlan, BerthProblem, Call, Fault } from '../service/types';
import { tell } from '../state/state';
import { type Berthing, crewed } from './crew';
import type { Held } from './draw/scene';
import { assignmentOf, emptyPlan, placed } from './edits';
import { endMetres, same } from './model';
import { Judge, type Judgement } from './validity';

/** A call in the planner's hand: every place that it is held over is judged by the service's checker. */
export class Hand {
  held: Held;
  judgement: Judgement | null = null;
  private readonly judge: Judge;
  private readonly plan: BerthPlan;
  private readonly before: Assignment | null;
  private question: Promise<void> = Promise.resolve();

  constructor(
    private readonly problem: BerthProblem,
    plan: BerthPlan | null,
    readonly call: Call,
    faults: readonly Fault[],
    private readonly changed: () => void,
  ) {
    this.plan = plan ?? emptyPlan(problem);
    this.before = assignmentOf(plan, call.id);
    this.judge = new Judge(call.id, faults);
    this.held = { call, assignment: this.before, toMetres: this.before === null ? 0 : endMetres(problem, call, this.before), verdict: 'asked' };
  }

  /** Whether it is where it was. */
  get unmoved(): boolean {
    return this.held.assignment === null || same(this.held.assignment, this.before);
  }

  over(at: Berthing): void {
    const now = this.held.assignment;
    if (now !== null && now.quay === at.quay && now.positionMetres === at.positionMetres && now.startMinutes === at.startMinutes) {
      return;
    }

    const assignment = crewed(this.problem, this.plan, this.call, at, this.before);
    if (assignment === null) {
      return;
    }

    this.held = { call: this.call, assignment, toMetres: endMetres(this.problem, this.call, assignment), verdict: 'asked' };
    this.judgement = null;
    this.question = this.ask();
    this.changed();
  }

  /** The plan with the call where it is now, and what the checker says of it; null when there is no answer. */
  async put(): Promise<{ plan: BerthPlan; judgement: Judgement } | null> {
    await this.question;
    return this.judgement === null ? null : { plan: placed(this.plan, this.call.id, this.held.assignment), judgement: this.judgement };
  }

  end(): void {
    this.judge.end();
  }

  private async ask(): Promise<void> {
    try {
      const judgement = await this.judge.ask(this.problem, placed(this.plan, this.call.id, this.held.assignment));
      if (judgement !== null) {
        this.judgement = judgement;
        this.held = { ...this.held, verdict: judgement.verdict };
        this.changed();
      }
    } catch (error) {
      tell(String(error instanceof Error ? error.message : error), true);
    }
  }
}
