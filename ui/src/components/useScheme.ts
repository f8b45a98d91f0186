import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

/** The colour scheme and how to change it. Mantine would stop transitions by a `<style>` element meanwhile, which our policy refuses. */
export function useScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  return { colorScheme, setColorScheme, dark };
}
