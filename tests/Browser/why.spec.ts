import { expect, harbour, test } from './planner';

test.beforeEach(({ planner }) => planner.planHarbour());

test('a call is asked why it lies where it lies', async ({ page }) => {
  await page.click('#tab-calls');
  await page.click('#row-Comet');
  await page.click('#tab-why');
  await page.click('#why');
  await expect(page.locator('#panel-why dl')).toContainText('Cost');
});

test('what stands in the way is told in metres and by the clock', async ({ planner, page }) => {
  await planner.open({ ...harbour, origin: '2026-11-23T00:00:00+08:00' });
  await planner.plan(5);
  const [from, to] = [await planner.find('Aurora'), await planner.find('Borealis')];
  await planner.hold('Aurora', to.x - from.x, to.y - from.y);
  await expect(planner.card.locator('.reason').first()).toContainText(/to \d+ m, Mon 23 Nov \d\d:00 to/);
  await expect(planner.card).not.toContainText(/slot|section/);
  await page.mouse.up();
});
