import { expect, test } from './planner';

test.beforeEach(({ planner }) => planner.planHarbour());

test('a call is asked why it lies where it lies', async ({ page }) => {
  await page.click('#tab-calls');
  await page.click('#row-Comet');
  await page.click('#tab-why');
  await page.click('#why');
  await expect(page.locator('#panel-why dl')).toContainText('Cost');
});
