import { type Locator, type Page, expect, test as base } from '@playwright/test';

/** A small problem in which it is plain what may lie where: one quay of 600 m, nothing but ships. */
export const harbour = {
  formatVersion: 'berthopt/berths/1',
  name: 'harbour',
  grid: { minutesPerSlot: 60, metresPerSection: 10 },
  horizonMinutes: 2880,
  quays: [{ id: 'North', lengthMetres: 600 }],
  calls: [
    { id: 'Aurora', lengthMetres: 200, arrivalMinutes: 60, handling: { minutes: 600 }, preferredPositionMetres: 0, rates: { waitingPerHour: 10, deviationPerMetre: 1 } },
    { id: 'Borealis', lengthMetres: 200, arrivalMinutes: 60, handling: { minutes: 600 }, preferredPositionMetres: 300, rates: { waitingPerHour: 10, deviationPerMetre: 1 } },
    { id: 'Comet', lengthMetres: 300, arrivalMinutes: 720, handling: { minutes: 480 }, preferredPositionMetres: 200, rates: { waitingPerHour: 10, deviationPerMetre: 1 } },
  ],
};

/** The page as a planner uses it. */
export class Planner {
  readonly chart: Locator;
  readonly card: Locator;

  constructor(readonly page: Page) {
    this.chart = page.locator('canvas.chart');
    this.card = page.locator('.pointer-card');
  }

  async open(document: object): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.click('#open');
    await (await chooser).setFiles({ name: 'problem.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) });
  }

  /** Opens the small harbour and plans it. */
  async planHarbour(): Promise<void> {
    await this.open(harbour);
    await this.page.click('#tab-calls');
    await expect(this.page.locator('table.calls tbody tr')).toHaveCount(harbour.calls.length);
    await this.plan(5);
    await expect(this.kpi('valid')).toContainText('valid');
  }

  /** Plans, and waits for the end. */
  async plan(seconds: number): Promise<void> {
    await this.page.fill('#seconds', String(seconds));
    await this.page.locator('#seconds').blur();
    await this.page.click('#solve');
    await expect(this.page.locator('.notice')).toContainText('Plan ready');
    await expect(this.page.locator('#solve')).toBeVisible();
  }

  kpi(name: string): Locator {
    return this.page.locator(`.kpis [data-kpi="${name}"]`);
  }

  /** Where in the picture a call lies: found as a planner finds it, by pointing. */
  async find(call: string): Promise<{ x: number; y: number }> {
    const box = (await this.chart.boundingBox())!;
    for (let y = 60; y < box.height - 20; y += 24) {
      for (let x = 90; x < box.width - 90; x += 60) {
        await this.page.mouse.move(box.x + x, box.y + y);
        if ((await this.card.isVisible()) && (await this.card.locator('strong').textContent()) === call) {
          return { x: box.x + x, y: box.y + y };
        }
      }
    }

    throw new Error(`${call} is nowhere in the picture.`);
  }

  /** Takes a call and holds it over another place. */
  async hold(call: string, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.find(call);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 });
  }

  /** What the table says of a call: its place and its time. */
  async row(call: string): Promise<string> {
    await this.page.click('#tab-calls');
    return (await this.page.locator('table.calls tbody tr', { hasText: call }).textContent()) ?? '';
  }
}

/** Every test begins with the page open, and fails when the page reports an error of its own. */
export const test = base.extend<{ planner: Planner }>({
  planner: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && !/status of 422/.test(message.text()) && errors.push(message.text()));
    await page.goto(process.env['BERTHOPT_URL']!);
    await expect(page.locator('table.calls tbody tr').first()).toBeVisible();
    await use(new Planner(page));
    expect(errors).toEqual([]);
  },
});

export { expect };
