import { expect, test } from './planner';

test.beforeEach(({ planner }) => planner.planHarbour());

test('a call held over another one is not valid, and goes back', async ({ planner, page }) => {
  const before = await planner.row('Aurora');
  const from = await planner.find('Aurora');
  const to = await planner.find('Borealis');

  await planner.hold('Aurora', to.x - from.x, to.y - from.y);

  await expect(planner.card).toHaveAttribute('data-look', 'invalid');
  await expect(planner.card).toContainText('Borealis');
  await page.mouse.up();
  await expect(page.locator('.notice.bad')).toContainText('went back');
  expect(await planner.row('Aurora')).toBe(before);
});

test('a call held over free quay is valid, is put down, and can be taken back', async ({ planner, page }) => {
  const before = await planner.row('Aurora');

  await planner.hold('Aurora', 0, 380);

  await expect(planner.card).toHaveAttribute('data-look', 'valid');
  await page.mouse.up();
  await expect(page.locator('.notice')).toContainText('new place');
  await expect(planner.kpi('gap')).toContainText('%');
  expect(await planner.row('Aurora')).not.toBe(before);

  await page.click('#undo');
  expect(await planner.row('Aurora')).toBe(before);
});

test('a locked call stays, and the rest is placed around it', async ({ planner, page }) => {
  await planner.hold('Aurora', 0, 380);
  await expect(planner.card).toHaveAttribute('data-look', 'valid');
  await page.mouse.up();
  await expect(page.locator('.notice')).toContainText('new place');
  const placed = await planner.row('Aurora');
  await page.click('#tab-call');
  await page.click('#lock');
  await expect(page.locator('#solve')).toContainText('1 locked');
  await expect(planner.kpi('gap')).toContainText('%');

  await planner.hold('Aurora', 0, -100);
  await page.mouse.up();
  expect(await planner.row('Aurora')).toBe(placed);

  await page.click('#row-Comet');
  await page.click('#take-off');
  await expect(planner.kpi('valid')).toContainText('broken rules');
  const asked = page.waitForRequest(/\/berths\/jobs$/);
  await planner.plan(5);
  const { problem, initialPlan } = (await asked).postDataJSON();
  expect(problem.calls[0].pin).toBeDefined();
  expect(initialPlan.assignments.map((entry: { assignment: object | null }) => entry.assignment !== null)).toEqual([true, true, false]);
  expect(await planner.row('Aurora')).toBe(placed);
  await expect(planner.kpi('valid')).toContainText('✓');

  await page.click('#row-Aurora');
  await page.click('#lock');
  await expect(planner.kpi('gap')).toContainText('%');
});

test('keys do what the pointer does', async ({ planner, page }) => {
  const before = await planner.row('Aurora');
  await planner.chart.focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('#panel-call h2')).toHaveText('Aurora');

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(planner.card).toHaveAttribute('data-look', 'valid');
  await page.keyboard.press('Escape');
  expect(await planner.row('Aurora')).toBe(before);

  await planner.chart.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(planner.card).toHaveAttribute('data-look', 'valid');
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice')).toContainText('new place');
  expect(await planner.row('Aurora')).not.toBe(before);
});

test('a zone is drawn, edited and removed; a call in it breaks a rule', async ({ planner, page }) => {
  const { x, y } = await planner.find('Aurora');
  await page.click('#draw-zone');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 120, { steps: 5 });
  await page.mouse.up();

  await expect(planner.kpi('valid')).toContainText('broken rules');
  await page.fill('#zone-reason', 'dredging');
  await page.locator('#zone-reason').blur();
  await expect(page.locator('#zone-reason')).toHaveValue('dredging');

  await page.click('#zone-remove');
  await expect(planner.kpi('valid')).toContainText('✓');
});

test('the sandbox leaves the live plan alone, and the two are compared', async ({ planner, page }) => {
  const live = await planner.row('Aurora');
  await page.click('#sandbox');
  await planner.hold('Aurora', 0, 380);
  await expect(planner.card).toHaveAttribute('data-look', 'valid');
  await page.mouse.up();
  await expect(page.locator('.notice')).toContainText('new place');

  await page.click('#view-compare');
  await expect(page.locator('#moved-calls tbody tr')).toHaveCount(1);
  await expect(page.locator('#moved-calls tbody tr')).toContainText('Aurora');
  await expect(page.locator('#kpi-differences')).toContainText('Cost');
  await expect(page.locator('#compare .stage svg text', { hasText: 'Aurora' })).toBeVisible();
  await expect(page.locator('#compare .stage svg rect[stroke-dasharray="3 3"]')).toHaveCount(1);

  await page.click('#view-berths');
  await page.click('#discard');
  expect(await planner.row('Aurora')).toBe(live);
});
