import { chromium } from '@playwright/test';
import WebSocket from 'ws';
const query = process.argv[2]; const secs = Number(process.argv[3] ?? 6);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--remote-debugging-port=9333'] });
const page = await b.newPage();
await page.goto(`http://127.0.0.1:4301/#/train?${query}&steps=100000&autostart=1&headless=1`);
const v = await (await fetch('http://127.0.0.1:9333/json/version')).json();
const ws = new WebSocket(v.webSocketDebuggerUrl, { perMessageDeflate: false, maxPayload: 1 << 28 });
await new Promise((r) => ws.on('open', r));
let id = 0; const pend = new Map(); const attached = [];
ws.on('message', (m) => { const d = JSON.parse(m); if (d.id) { pend.get(d.id)?.(d); } else if (d.method === 'Target.attachedToTarget') { attached.push(d.params); send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, d.params.sessionId); } });
const send = (method, params = {}, sessionId) => new Promise((r) => { const i = ++id; pend.set(i, r); ws.send(JSON.stringify({ id: i, method, params, sessionId })); });
await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
await new Promise((r) => setTimeout(r, 12000));
const workers = attached.filter((a) => a.targetInfo.type === 'worker');
console.log(workers.map((w) => w.targetInfo.url.split('/').pop()));
const names = new Map();
for (const w of workers) { await send('Profiler.enable', {}, w.sessionId); await send('Profiler.setSamplingInterval', { interval: 200 }, w.sessionId); await send('Profiler.start', {}, w.sessionId); }
const before = await page.evaluate(() => document.body.innerText.match(/step\s+([\d,]+)/i)?.[1]);
await new Promise((r) => setTimeout(r, secs * 1000));
for (const w of workers) {
  const { result } = await send('Profiler.stop', {}, w.sessionId);
  const p = result.profile; const self = new Map(); const dt = p.timeDeltas; const byId = new Map(p.nodes.map((n) => [n.id, n]));
  let total = 0;
  p.samples.forEach((s, i) => { const n = byId.get(s); const f = n.callFrame; const k = `${f.functionName || '(anon)'} ${f.url.split('/').pop().slice(0, 28)}:${f.lineNumber}:${f.columnNumber}`; self.set(k, (self.get(k) ?? 0) + dt[i]); total += dt[i]; });
  console.log('\n', w.targetInfo.url.split('/').pop(), (total / 1e3).toFixed(0), 'ms');
  for (const [k, t] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 45)) console.log((100 * t / total).toFixed(2).padStart(6), k);
}
console.log(before, await page.evaluate(() => document.body.innerText.match(/step\s+([\d,]+)/i)?.[1]));
await b.close(); process.exit(0);
