import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useScheme } from '../components/useScheme';
import { usePages } from './usePages';

const SECOND_KEY_WITHIN_MS = 1_200;

/** Single keys: `/` searches, `g` and a letter goes to a page, `t` changes the scheme, `?` lists them. Never while somebody types. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const pages = usePages();
  const { setColorScheme, dark } = useScheme();
  useEffect(() => {
    let gPressed = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('[role="dialog"]')) return;
      const afterG = Date.now() - gPressed < SECOND_KEY_WITHIN_MS;
      gPressed = 0;
      const page = afterG ? pages.find(({ key }) => key === event.key) : undefined;
      if (page) void navigate({ to: page.path });
      else if (event.key === 'g') gPressed = Date.now();
      else if (event.key === '/') spotlight.open();
      else if (event.key === '?') onHelp();
      else if (event.key === 't') setColorScheme(dark ? 'light' : 'dark');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, pages, setColorScheme, dark, onHelp]);
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
