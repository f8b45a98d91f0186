import type { TFunction } from 'i18next';
import type { Insight, MetricName } from '../../api/client';
import type { Format } from '../../lib/format';

export interface InsightText {
  title: string;
  numbers: string;
}

interface Tools {
  t: TFunction;
  format: Format;
  metric: (name: MetricName) => string;
  value: (field: string, text: string | null) => string;
  known: (name: string) => name is MetricName;
}

const named = {
  top_channel_change: 'channel', product_surge: 'product', product_drop: 'product', country_change: 'country',
} as const;

const metricOf = {
  revenue_change: 'revenue', conversion_change: 'conversion_per_session', abandonment_change: 'cart_abandonment',
  error_rate: 'errors', refund_rate: 'refunds',
} as const;

/** Rates that the server sends as shares. */
const shares = new Set(['conversion_change', 'abandonment_change', 'error_rate', 'refund_rate']);

const moneyMetrics = new Set(['revenue', 'gross_revenue', 'refunds', 'aov', 'revenue_per_visitor']);
const ratioMetrics = /^(conversion_|view_to_|cart_to_|cart_abandonment|bounce_rate)/;

function unitOf(metric: string): string {
  if (moneyMetrics.has(metric)) return 'money';
  if (ratioMetrics.test(metric)) return 'ratio';
  return metric === 'session_duration' ? 'seconds' : 'count';
}

/** An insight's code and figures as a sentence in the reader's language, with the figures behind it. */
export function insightText({ code, params }: Pick<Insight, 'code' | 'params'>, tools: Tools): InsightText {
  const { t, format } = tools;
  const number = (...names: string[]): number | null => {
    const found = names.map((name) => params[name]).find((value) => value !== undefined && value !== null && value !== '');
    const figure = Number(found);
    return found === undefined || Number.isNaN(figure) ? null : figure;
  };
  const text = (name: string): string => (typeof params[name] === 'string' ? params[name] : '');
  const before = number('before', 'previous', 'expected');
  const now = number('now', 'current', 'value', 'rate');
  const change = number('change') ?? (now !== null && before ? (now - before) / Math.abs(before) : null);
  const rises = (change ?? (now ?? 0) - (before ?? 0)) >= 0;
  const side = rises ? 'up' : 'down';
  const fallback = text('metric') || ('channel' in params || 'product' in params || 'country' in params ? 'revenue' : '');
  const metric = code in metricOf ? metricOf[code as keyof typeof metricOf] : fallback;
  const unit = shares.has(code) ? 'ratio' : unitOf(metric);
  const figure = (value: number | null) => format.unit(value, unit, true);
  const metricName = tools.known(metric) ? tools.metric(metric) : metric;
  const size = change === null ? '' : format.change(Math.abs(change)).replace(/^\+/, '');

  switch (code) {
    case 'revenue_change':
      return { title: t(`insight.${code}.${side}`, { change: size }), numbers: t(`insight.${code}.numbers`, { now: figure(now), before: figure(before) }) };
    case 'conversion_change':
    case 'abandonment_change': {
      const moved = now !== null && before !== null ? t('change.points', { points: format.points(now - before) }) : size;
      return { title: t(`insight.${code}.${side}`, { now: figure(now) }), numbers: t(`insight.${code}.numbers`, { change: moved, before: figure(before) }) };
    }
    case 'error_rate':
    case 'refund_rate':
      return { title: t(`insight.${code}.${side}`, { now: figure(now) }), numbers: t(`insight.${code}.numbers`, { before: figure(before) }) };
    case 'anomaly_day': {
      const day = text('day');
      return {
        title: t(`insight.${code}.${side}`, { metric: metricName, day: day ? format.day(day) : '' }),
        numbers: t(`insight.${code}.numbers`, { value: figure(now), expected: figure(before) }),
      };
    }
    case 'top_channel_change':
    case 'product_surge':
    case 'product_drop':
    case 'country_change': {
      const field = named[code];
      const name = text('name') || tools.value(field, text(field) || null);
      return {
        title: t(`insight.${code}.${side}`, { name, change: size }),
        numbers: t(`insight.${code}.numbers`, { metric: metricName, now: figure(now), before: figure(before) }),
      };
    }
    default:
      return { title: t('insight.other.title', { code: code.replaceAll('_', ' ') }), numbers: t('insight.other.numbers', { numbers: listed(params, format) }) };
  }
}

/** Name and value of everything an unknown insight carries: better bare figures than none. */
function listed(params: Record<string, unknown>, format: Format): string {
  return Object.entries(params)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${typeof value === 'number' ? format.count(value) : String(value)}`)
    .join(' · ');
}

const urgency = { bad: 0, warn: 1, good: 2, info: 3 } as const;

export function mostUrgentFirst(insights: readonly Insight[]): Insight[] {
  return [...insights].sort((one, other) => urgency[one.severity] - urgency[other.severity]);
}
