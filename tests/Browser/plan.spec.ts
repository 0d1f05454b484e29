import { readFileSync } from 'node:fs';
import { expect, harbour, test } from './planner';

test('opens with a demo that can be planned', async ({ planner, page }) => {
  await expect(page.locator('table.calls tbody tr')).toHaveCount(230);
  await expect(planner.kpi('gap')).toContainText('Not planned yet');
  await expect(page.locator('.kpis [data-kpi]')).toHaveCount(1);
  await expect(page.locator('table.calls tbody tr').first().locator('td').nth(1)).toHaveText('–');

  await planner.plan(2);

  await expect(planner.kpi('valid')).toContainText('valid');
  await expect(planner.kpi('gap')).toContainText('%');
  await expect(page.locator('.plot:visible')).toHaveAttribute('data-points', /[1-9]/);
});

test('a document is opened, planned and saved again', async ({ planner, page }) => {
  await planner.planHarbour();

  const problem = page.waitForEvent('download');
  await page.click('#save');
  await page.click('#save-problem');
  expect(JSON.parse(readFileSync(await (await problem).path(), 'utf8'))).toEqual(harbour);

  const plan = page.waitForEvent('download');
  await page.click('#save');
  await page.click('#save-plan');
  expect(JSON.parse(readFileSync(await (await plan).path(), 'utf8')).assignments).toHaveLength(3);

  const picture = page.waitForEvent('download');
  await page.click('#save');
  await page.click('#save-picture');
  expect(readFileSync(await (await picture).path(), 'utf8')).toMatch(/^<svg .*Aurora/s);
});

test('a document with faults is refused with the reason', async ({ planner, page }) => {
  await planner.open({ ...harbour, quays: [{ id: 'North', lengthMetres: -5 }] });
  await expect(page.locator('.notice.bad')).toContainText('/problem/quays/0/lengthMetres');
});

test('a long run is stopped and its plan stays', async ({ planner, page }) => {
  await page.fill('#seconds', '300');
  await page.locator('#seconds').blur();
  await page.click('#solve');
  await expect(page.locator('.plot:visible')).toHaveAttribute('data-points', /[1-9]/);
  await expect(planner.kpi('cost')).not.toContainText('–');

  await page.click('#stop');

  await expect(page.locator('#solve')).toBeVisible();
  await expect(page.locator('#panel-run')).toContainText('stopped');
  await expect(planner.kpi('valid')).toContainText('valid');
});

test('cranes and empties have views of their own', async ({ planner, page }) => {
  await page.click('#view-cranes');
  await planner.plan(3);
  await expect(page.locator('#cranes svg text', { hasText: '0:00' }).first()).toBeVisible();
  await expect(planner.kpi('makespanHours')).toBeVisible();
  await expect(page.locator('#cranes .plot path.cost')).toHaveAttribute('d', /^M/);

  await page.click('#view-empties');
  await planner.plan(3);
  await expect(planner.kpi('fulfilment')).toContainText('%');
  await expect(page.locator('#empties svg path')).not.toHaveCount(0);
});
