// Runs the browser tests in two lanes, which is a little quicker on two processors, and ends with one line that says how many passed.
import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const files = readdirSync('e2e').filter((file) => file.endsWith('.test.mjs')).map((file) => `e2e/${file}`);
let passed = 0;
let failed = 0;
const counted = (event) => event.nesting === 0 && event.details?.type !== 'suite';
const tests = run({ files, concurrency: 2 });
tests.on('test:pass', (event) => { if (counted(event)) passed += 1; });
tests.on('test:fail', (event) => { if (counted(event)) failed += 1; });
tests.on('end', () => {
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  // After the reporter's own last words.
  setImmediate(() => console.log(`${passed} passed, ${failed} failed`));
});
tests.compose(spec).pipe(process.stdout);
