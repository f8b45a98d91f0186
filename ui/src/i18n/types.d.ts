import 'i18next';
import type { BoardsMessages } from './boardsEn';
import type { ConsoleMessages } from './consoleEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { boards: BoardsMessages; console: ConsoleMessages; data: DataMessages } };
  }
}
