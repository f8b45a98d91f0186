import { afterEach, vi } from 'vitest';
import { cleanup } from '@testing-library/react';

// jsdom has no layout; Mantine asks for these.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined,
}));
vi.stubGlobal('ResizeObserver', class { observe() { /* nothing to observe */ } unobserve() { /* nothing */ } disconnect() { /* nothing */ } });
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
