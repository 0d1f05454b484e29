import { expect, test } from './planner';

test('first paint, and frames a second with 400 calls', async ({ planner, page }) => {
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  console.log(`first paint: ${paint?.toFixed(0)} ms`);

  const { problem } = (await (await page.request.get(`${process.env['BERTHOPT_URL']}/v1/demo-data/berths-port`)).json()) as { problem: { calls: { id: string; pin?: unknown }[]; horizonMinutes: number } };
  const more = problem.calls.slice(0, 170).map(({ pin: _pin, ...call }) => ({ ...call, id: `${call.id} II` }));
  await planner.open({ ...problem, horizonMinutes: problem.horizonMinutes * 2, calls: [...problem.calls, ...more] });
  await expect(page.locator('table.calls tbody tr')).toHaveCount(400);
  await planner.plan(20);
  await page.click('#tab-call');

  const box = (await planner.chart.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (const zoom of [false, true]) {
    // Driven from within the page, one event a frame, so that what is measured is the page and not the driver.
    const rate = await page.evaluate(async (wheel) => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.chart')!;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, view: window };
      const start = performance.now();
      let frames = 0;
      canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -400 }));
      canvas.dispatchEvent(new MouseEvent('mousedown', { ...at, button: 0 }));
      while (performance.now() - start < 4000) {
        const turn = frames / 40;
        if (wheel) {
          canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: Math.sin(turn) * 40 }));
        } else {
          window.dispatchEvent(new MouseEvent('mousemove', { ...at, clientX: at.clientX + 150 * Math.sin(turn), clientY: at.clientY + 150 * Math.cos(turn) }));
        }

        await new Promise(requestAnimationFrame);
        frames++;
      }

      window.dispatchEvent(new MouseEvent('mouseup', { ...at, button: 0 }));
      return (frames / (performance.now() - start)) * 1000;
    }, zoom);
    console.log(`${zoom ? 'zoom' : 'pan'}: ${rate.toFixed(1)} frames a second`);
  }
});
