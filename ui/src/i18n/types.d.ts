import 'i18next';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { behaviour: BehaviourMessages; conversions: ConversionsMessages; data: DataMessages; traffic: TrafficMessages } };
  }
}
