import 'i18next';
import type { BoardsMessages } from './boardsEn';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { LogsMessages } from './logsEn';
import type { PathsMessages } from './pathsEn';
import type { ExperimentsMessages } from './experimentsEn';
import type { TrafficMessages } from './trafficEn';
import type { ProductsMessages } from './productsEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: Messages & {
        behaviour: BehaviourMessages;
        boards: BoardsMessages;
        conversions: ConversionsMessages;
        data: DataMessages;
        experiments: ExperimentsMessages;
        logs: LogsMessages;
        paths: PathsMessages;
        products: ProductsMessages;
        traffic: TrafficMessages;
      };
    };
  }
}
