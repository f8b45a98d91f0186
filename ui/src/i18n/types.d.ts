import 'i18next';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { BoardsMessages } from './boardsEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { PathsMessages } from './pathsEn';
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
        paths: PathsMessages;
        products: ProductsMessages;
        traffic: TrafficMessages;
      };
    };
  }
}
