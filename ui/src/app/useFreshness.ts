import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useShop } from '../components/Shop';
import { useLive } from '../components/useLive';
import { useView } from '../components/useView';

const AT_MOST_EVERY_MS = 60_000;

/** Asks again when new events have come and the period includes the present day. */
export function useFreshness(): void {
  const client = useQueryClient();
  const { calendar } = useShop();
  const { days } = useView();
  const { now } = useLive();
  const seen = useRef({ watermark: 0, at: 0 });
  const present = days.to >= calendar.anchor;
  const watermark = now?.watermark ?? 0;
  useEffect(() => {
    const before = seen.current;
    if (before.watermark === 0) {
      seen.current = { watermark, at: Date.now() };
      return;
    }
    if (!present || watermark === before.watermark || Date.now() - before.at < AT_MOST_EVERY_MS) return;
    seen.current = { watermark, at: Date.now() };
    void client.invalidateQueries({ queryKey: ['answer'] });
    void client.invalidateQueries({ queryKey: ['insights'] });
  }, [watermark, present, client]);
}
