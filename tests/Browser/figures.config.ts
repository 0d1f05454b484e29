import config from './playwright.config.ts';

export default { ...config, testMatch: '*.figures.ts', timeout: 180_000 };
