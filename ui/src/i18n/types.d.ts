import 'i18next';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { LogsMessages } from './logsEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { data: DataMessages; logs: LogsMessages } };
  }
}
