import {
  convertCssVariables, createTheme, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme, type MantineColorsTuple,
} from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eef2ff', '#dfe6fd', '#c3cef7', '#9fb0f1', '#7f9bff', '#6684f5', '#4a68e0', '#3b5bdb', '#3350c6', '#2b45b0',
];

/** The library that Mantine locks scrolling with writes a `<style>` element, which our policy refuses; `components.css` keeps the wheel in the window instead. */
const unlocked = { lockScroll: false } as const;

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
  colors: { indigo },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '640' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '24px' },
  defaultRadius: 'md',
  radius: { md: '8px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // A header outside of a section would count as the page's banner.
    Modal: { defaultProps: { ...unlocked, centered: true, attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { ...unlocked, attributes: { header: { role: 'presentation' } } } },
    Spotlight: { defaultProps: unlocked },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    // Beside their button instead of at the end of the page: inside of a landmark, and next in the order of reading.
    Menu: { defaultProps: { shadow: 'none', withinPortal: false, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'none', withinPortal: false } },
  },
});

const ours: Record<string, string> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-indigo-filled': 'var(--button)',
  '--mantine-color-indigo-filled-hover': 'var(--button-hover)',
  '--mantine-color-indigo-light': 'var(--accent-soft)',
  '--mantine-color-indigo-light-hover': 'var(--accent-soft)',
  '--mantine-color-indigo-light-color': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--button)',
  '--mantine-primary-color-filled-hover': 'var(--button-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-red-filled': '#b42333',
  '--mantine-color-red-filled-hover': '#981b2a',
};

/** Mantine's variables for our theme. */
export function themeCss(): string {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  return convertCssVariables({
    variables: variables.variables,
    light: { '--mantine-color-scheme': 'light', ...variables.light, ...ours },
    dark: { '--mantine-color-scheme': 'dark', ...variables.dark, ...ours },
  });
}

/** Mantine would put its variables into a `<style>` element; a constructed style sheet does the same and needs no exception in the policy. */
export function adoptTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
