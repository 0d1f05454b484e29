import { defineConfig } from '@playwright/test';

// Debian's Chromium: Playwright's own is not downloaded.
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './service.ts',
  outputDir: 'results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] === 'true',
  use: {
    locale: 'en-GB',
    viewport: { width: 1400, height: 860 },
    launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    screenshot: 'only-on-failure',
  },
});
