import 'i18next';
import type { ConversionsMessages } from './conversionsEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { conversions: ConversionsMessages; data: DataMessages; traffic: TrafficMessages } };
  }
}
