import { defineConfig } from 'vite';

// The service answers at /v1; `npm run dev` passes its requests on to it.
export default defineConfig({
  base: './',
  build: { outDir: '../obj/planner', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: false },
  server: { proxy: { '/v1': 'http://localhost:5000' } },
});
