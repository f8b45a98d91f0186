import 'i18next';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { LogsMessages } from './logsEn';
import type { PathsMessages } from './pathsEn';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { data: DataMessages; traffic: TrafficMessages; paths: PathsMessages; logs: LogsMessages } };
  }
}
