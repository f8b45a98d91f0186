/// <reference types="vitest/config" />
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes `.br` and `.gz` siblings of every text asset, which the server hands out as they are. */
function compressed(): Plugin {
  return {
    name: 'compressed-siblings',
    apply: 'build',
    closeBundle() {
      for (const file of files('dist')) {
        if (!/\.(js|css|svg|html|json)$/.test(file) || statSync(file).size < 1024) continue;
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

const LICENCES = 'virtual:licences';

/** A module that names every package of the lock file that is not for building alone, with the version and licence that it states itself. */
function licences(): Plugin {
  return {
    name: 'licences',
    resolveId: (id) => (id === LICENCES ? `\0${LICENCES}` : undefined),
    load(id) {
      if (id !== `\0${LICENCES}`) return undefined;
      const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: boolean; peer?: boolean; optional?: boolean }> };
      const shipped = Object.entries(packages).filter(([path, { dev, optional }]) => path.startsWith('node_modules/') && !dev && !optional).map(([path]) => {
        const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
        return { name, version, licence: license ?? null };
      });
      return `export default ${JSON.stringify(shipped)}`;
    },
  };
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

export default defineConfig({
  plugins: [react(), licences(), compressed()],
  server: { proxy: { '/api': process.env.VITRINE_URL ?? 'http://localhost:8050' } },
  build: {
    target: 'es2022',
    manifest: true,
    // A small font inlined as data: would be refused by font-src 'self'.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') || file.endsWith('.svg') ? false : undefined),
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      experimental: { lazyBarrel: true },
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What most pages share, in one piece: dozens of small ones would weigh more.
            { name: 'common', minShareCount: 14 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
});
