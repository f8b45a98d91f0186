import { useEffect, useState } from 'react';
import type { World } from './map';

/** The outlines of the world, which come when the first map is drawn; null until then. */
export function useWorld(): World | null {
  const [world, setWorld] = useState<World | null>(null);
  useEffect(() => {
    let gone = false;
    void import('./world.json').then((read) => {
      if (!gone) setWorld(read.default as unknown as World);
    });
    return () => {
      gone = true;
    };
  }, []);
  return world;
}
