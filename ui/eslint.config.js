import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** From left to right: a layer may import what stands to its right, never to its left. */
const layers = ['app', 'features', 'components', 'i18n', 'api', 'lib'];
const features = readdirSync(new URL('./src/features/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const forbid = (files, folders, message) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', {
      patterns: folders.map((folder) => ({ regex: `^(\\.\\./)+(${folder})(/|$)`, message })),
    }],
  },
});

const oneWay = layers.slice(1).flatMap((layer, index) => {
  const left = layers.slice(0, index + 1);
  if (layer === 'features') return [];
  return [forbid([`src/${layer}/**/*.{ts,tsx}`], left, `${layer} must not import ${left.join(', ')}`)];
});

const apart = features.map((feature) => {
  const others = features.filter((other) => other !== feature);
  return forbid([`src/features/${feature}/**/*.{ts,tsx}`], ['app', ...others, `features/(${others.join('|')})`],
    'a feature imports neither the app nor another feature');
});

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-nested-ternary': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'max-lines': ['error', { max: 250 }] } },
  ...oneWay,
  ...apart,
);
