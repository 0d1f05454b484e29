import { expect, harbour, test } from './planner';

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

test('a time of arrival is changed by the clock of the port, and one beyond the plan is refused', async ({ planner, page }) => {
  await planner.open({ ...harbour, name: 'calendar', origin: '2026-11-23T00:00:00+08:00' });
  await planner.plan(5);
  await page.click('#tab-inbox');
  await page.selectOption('#event-type', 'etaChanged');
  await page.selectOption('#event-call', 'Comet');
  await expect(page.locator('#event-arrivalMinutes')).toHaveValue('2026-11-23T12:00');
  await expect(page.locator('#event-form')).toContainText('UTC+08:00');

  await page.fill('#event-arrivalMinutes', '2031-01-01T00:00');
  await page.click('#event-add');
  await expect(page.locator('.notice.bad')).toContainText('Wed 25 Nov 00:00');
  await expect(page.locator('#events li')).toHaveCount(0);
  const panel = page.locator('#panel-inbox');
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);

  await page.fill('#event-arrivalMinutes', '2026-11-23T20:00');
  await page.click('#event-add');
  await expect(page.locator('#events li')).toContainText('20:00');

  await expect(page.locator('#price-startChangePerHour')).toHaveValue('50');
  await page.fill('#price-startChangePerHour', '70');
  await page.locator('#price-startChangePerHour').blur();
  const asked = page.waitForRequest(/\/replan$/);
  await page.click('#replan');
  expect((await asked).postDataJSON()).toMatchObject({ events: [{ call: 'Comet', arrivalMinutes: 1200 }], stability: { startChangePerHour: 70, positionChangePerMetre: 0.5 } });
  await expect(page.locator('.notice')).toContainText('Plan ready');
});
