import './mantine.css';
import './tokens.css';
import './base.css';
import './components.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from './api/session';
import { App } from './app/App';
import { chosenLanguage, isLanguage, start } from './i18n';
import { adoptTheme } from './lib/theme';

const outside = ['/', '/welcome', '/sign-in', '/register'];

adoptTheme();
const browser = navigator.language.slice(0, 2);
await Promise.all([
  start(chosenLanguage() ?? (isLanguage(browser) ? browser : 'en')),
  session.start(!outside.includes(location.pathname)),
]);
createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
