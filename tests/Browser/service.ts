import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = new URL(`../../src/Api/bin/${process.env['CONFIGURATION'] ?? 'Release'}/net10.0/BerthOpt.Api.dll`, import.meta.url).pathname;

/** Starts the real service on a free port, with workers and a database of its own; gives back how to end it. */
export default async function start(): Promise<() => void> {
  if (process.env['BERTHOPT_URL'] !== undefined) {
    return () => undefined; // somebody's own, such as that of `npm run dev`
  }

  const folder = mkdtempSync(join(tmpdir(), 'berthopt-browser-'));
  const service = spawn('dotnet', ['exec', program, '--urls', 'http://127.0.0.1:0', '--Jobs:File', join(folder, 'jobs.db')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let told = '';
    service.stdout.on('data', (text: Buffer) => {
      told += text.toString();
      const address = /Now listening on: (\S+)/.exec(told)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    });
    service.on('exit', (code) => reject(new Error(`The service ended with exit code ${code}. Maybe build it first: dotnet build -c Release src/Api\n${told}`)));
  });
  process.env['BERTHOPT_URL'] = url;
  return () => {
    service.removeAllListeners('exit');
    service.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
}
