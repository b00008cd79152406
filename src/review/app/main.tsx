import { render } from 'preact';
import type { Report } from '../api.js';
import { App } from './components/app.js';
import { embeddedSource } from './source/embedded.js';
import { serverSource } from './source/server.js';

const report = document.getElementById('report')?.textContent;
const token = document.querySelector<HTMLMetaElement>('meta[name=copydesk-token]')?.content ?? '';
const source = report === undefined ? serverSource(token) : embeddedSource(JSON.parse(report) as Report);

const place = document.getElementById('app');
if (place !== null) render(<App source={source} />, place);
