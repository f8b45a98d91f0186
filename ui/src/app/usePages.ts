import { useMay } from '../components/Shop';
import { pages, type Page } from './pages';

/** The pages that the signed-in person may open. */
export function usePages(): readonly Page[] {
  const may = { viewer: useMay('viewer'), analyst: useMay('analyst'), moderator: useMay('moderator'), admin: useMay('admin') };
  return pages.filter((page) => may[page.least ?? 'viewer']);
}
