import 'i18next';
import type { AboutMessages } from './aboutEn';
import type { AdviceMessages } from './adviceEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { ForecastMessages } from './forecastEn';
import type { MethodsMessages } from './methodsEn';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & { about: AboutMessages; advice: AdviceMessages; data: DataMessages; forecast: ForecastMessages; methods: MethodsMessages; traffic: TrafficMessages } };
  }
}
