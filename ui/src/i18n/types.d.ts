import 'i18next';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { ExperimentsMessages } from './experimentsEn';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { data: DataMessages; experiments: ExperimentsMessages; traffic: TrafficMessages } };
  }
}
