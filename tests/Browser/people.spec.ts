import AxeBuilder from '@axe-core/playwright';
import { expect, harbour, test } from './planner';

test('speaks Chinese too', async ({ planner, page }) => {
  await planner.planHarbour();
  await page.click('#language');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('#view-berths')).toHaveText('泊位');
  await expect(page.locator('#solve')).toHaveText('编制计划');
  await expect(planner.kpi('valid')).toContainText('有效');
  await expect(page.locator('.notice')).toContainText('计划完成');
  await page.click('#tab-calls');
  await expect(page.locator('table.calls tbody tr')).toHaveCount(3);
});

test('words to the planner cover nothing of the plan', async ({ planner, page }) => {
  await planner.open({ ...harbour, quays: [{ id: 'North', lengthMetres: -5 }] });
  const notice = (await page.locator('.notice.bad').boundingBox())!;
  const chart = (await planner.chart.boundingBox())!;
  expect(notice.y).toBeGreaterThanOrEqual(chart.y + chart.height);
});

test('prints the whole plan', async ({ planner, page }) => {
  await planner.planHarbour();
  await page.click('#transpose');
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet svg text', { hasText: 'Borealis' })).toBeVisible();
  await expect(page.locator('.toolbar')).toBeHidden();
});

test('asks for nothing from elsewhere, and is allowed to ask for nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const answer = await page.goto(process.env['BERTHOPT_URL']!);
  await expect(page.locator('table.calls tbody tr').first()).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([new URL(process.env['BERTHOPT_URL']!).origin]));
  expect(answer!.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
});

for (const theme of ['light', 'dark'] as const) {
  test(`can be used by all, ${theme}`, async ({ planner, page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await planner.planHarbour();
    for (const open of ['#view-cranes', '#view-empties', '#view-compare', '#view-berths', '#tab-zones', '#tab-inbox', '#tab-why', '#tab-run', '#tab-call', '#tab-calls', '#row-Aurora']) {
      await page.click(open);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => `${open} ${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    }
  });
}
