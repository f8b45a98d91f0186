import 'i18next';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { ProductsMessages } from './productsEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { data: DataMessages; products: ProductsMessages } };
  }
}
