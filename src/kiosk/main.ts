// Starts the kiosk page: no store, no router, no TensorFlow.js, so that a small board shows images soon.
import { createApp } from 'vue';
import { allowOwnScripts } from '../core/scriptUrls';
import '../styles/tokens.css';
import '../styles/base.css';
import KioskApp from './KioskApp.vue';
import { keepOffline } from './offline';
import { language, languageTag, words } from './words';

allowOwnScripts(document.baseURI);
document.documentElement.dataset.theme = 'dark';
document.documentElement.lang = languageTag;
if (language !== 'en') document.title = `${words('kiosk')} · Ganvas`; // the document has the English one
createApp(KioskApp).mount('#app');
if (import.meta.env.PROD) keepOffline();
