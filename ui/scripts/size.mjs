// Holds the first page and the charts to their budgets, compressed as they travel.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FIRST_PAGE_KB = 300;
const CHARTS_KB = 240;
const kb = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`), { level: 9 }).length, 0) / 1000;

const assets = readdirSync('dist/assets').filter((file) => /\.(js|css)$/.test(file));
const source = (file) => readFileSync(`dist/assets/${file}`, 'utf8');
const isCharts = (file) => file.startsWith('echarts-');

/** Everything that a module needs before it runs, and what its page preloads with it; charts are counted apart. */
function reached(from, seen = new Set()) {
  if (seen.has(from) || isCharts(from) || !assets.includes(from)) return seen;
  seen.add(from);
  if (from.endsWith('.js')) for (const [, name] of source(from).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) reached(name, seen);
  return seen;
}

const html = readFileSync('dist/index.html', 'utf8');
const entries = [...html.matchAll(/assets\/([^"]+\.(?:js|css))/g)].map(([, name]) => name);
const home = assets.filter((file) => /^(HomePage|fr)-/.test(file));
const first = new Set();
for (const entry of [...entries, ...home]) reached(entry, first);
for (const sheet of assets.filter((file) => file.endsWith('.css'))) first.add(sheet);

const firstKb = kb([...first]);
const chartsKb = kb(assets.filter(isCharts));
console.log(`first page before its charts: ${firstKb.toFixed(1)} kB of ${FIRST_PAGE_KB} (${first.size} files, gzip)`);
console.log(`charts: ${chartsKb.toFixed(1)} kB of ${CHARTS_KB} (gzip)`);
if (firstKb > FIRST_PAGE_KB || chartsKb > CHARTS_KB || chartsKb === 0) {
  console.error('over budget');
  process.exit(1);
}
