import 'i18next';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { ProductsMessages } from './productsEn';
import type { SegmentsMessages } from './segmentsEn';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { data: DataMessages; products: ProductsMessages; segments: SegmentsMessages; traffic: TrafficMessages } };
  }
}
