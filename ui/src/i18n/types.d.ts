import 'i18next';
import type { BoardsMessages } from './boardsEn';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { BehaviourMessages } from './behaviourEn';
import type { ConversionsMessages } from './conversionsEn';
import type { BoardsMessages } from './boardsEn';
import type { ConsoleMessages } from './consoleEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { LogsMessages } from './logsEn';
import type { NamesMessages } from './namesEn';
import type { PathsMessages } from './pathsEn';
import type { PeopleMessages } from './peopleEn';
import type { PrivacyMessages } from './privacyEn';
import type { ExperimentsMessages } from './experimentsEn';
import type { AboutMessages } from './aboutEn';
import type { AdviceMessages } from './adviceEn';
import type { DataMessages } from './dataEn';
import type { Messages } from './en';
import type { ForecastMessages } from './forecastEn';
import type { FraudMessages } from './fraudEn';
import type { MethodsMessages } from './methodsEn';
import type { TrafficMessages } from './trafficEn';
import type { ProductsMessages } from './productsEn';
import type { ProductsMessages } from './productsEn';
import type { SecurityMessages } from './securityEn';
import type { SegmentsMessages } from './segmentsEn';
import type { TrafficMessages } from './trafficEn';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: Messages & {
        about: AboutMessages;
        privacy: PrivacyMessages;
        advice: AdviceMessages;
        behaviour: BehaviourMessages;
        behaviour: BehaviourMessages;
        boards: BoardsMessages;
        boards: BoardsMessages;
        console: ConsoleMessages;
        conversions: ConversionsMessages;
        conversions: ConversionsMessages;
        data: DataMessages;
        data: DataMessages;
        experiments: ExperimentsMessages;
        forecast: ForecastMessages;
        fraud: FraudMessages;
        logs: LogsMessages;
        methods: MethodsMessages;
        names: NamesMessages;
        paths: PathsMessages;
        people: PeopleMessages;
        products: ProductsMessages;
        products: ProductsMessages;
        security: SecurityMessages;
        segments: SegmentsMessages;
        traffic: TrafficMessages;
        traffic: TrafficMessages;
      };
    };
  }
}
