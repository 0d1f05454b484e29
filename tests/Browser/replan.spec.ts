import { expect, test } from './planner';

test.beforeEach(({ planner }) => planner.planHarbour());

test('a ship that comes later is replanned', async ({ planner, page }) => {
  const before = await planner.row('Comet');
  await page.click('#tab-inbox');
  await page.selectOption('#event-type', 'etaChanged');
  await page.selectOption('#event-call', 'Comet');
  await page.fill('#event-arrivalMinutes', '20');
  await page.click('#event-add');
  await expect(page.locator('#events li')).toHaveCount(1);

  await page.click('#replan');

  await expect(page.locator('.notice')).toContainText('Plan ready');
  await expect(page.locator('#events li')).toHaveCount(0);
  await expect(planner.kpi('valid')).toContainText('✓');
  expect(await planner.row('Comet')).not.toBe(before);
});
