// Holds the first page and the charts to their budgets, compressed as they travel.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FIRST_PAGE_KB = 300;
const CHARTS_KB = 240;
const kb = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0) / 1000;

const chunks = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const isCharts = (file) => file.startsWith('assets/echarts-');

/** A chunk, its style sheets and all that it needs before it runs; charts are counted apart. */
function reached(name, seen = new Set()) {
  const { file, css = [], imports = [] } = chunks[name];
  if (seen.has(file) || isCharts(file)) return seen;
  for (const part of [file, ...css]) seen.add(part);
  for (const other of imports) reached(other, seen);
  return seen;
}

// The page that most people open first, in the language with the longest texts.
const first = new Set();
for (const name of Object.keys(chunks)) {
  if (chunks[name].isEntry || /(HomePage|\/fr)\.tsx?$/.test(name)) reached(name, first);
}

const firstKb = kb([...first]);
const chartsKb = kb(Object.values(chunks).map(({ file }) => file).filter(isCharts));
console.log(`first page before its charts: ${firstKb.toFixed(1)} kB of ${FIRST_PAGE_KB} (${first.size} files, gzip)`);
console.log(`charts: ${chartsKb.toFixed(1)} kB of ${CHARTS_KB} (gzip)`);
if (firstKb > FIRST_PAGE_KB || chartsKb > CHARTS_KB || chartsKb === 0) {
  console.error('over budget');
  process.exit(1);
}
