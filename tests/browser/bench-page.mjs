// A plain page opened by a tap on a link in the same window, in whatever shows it: the page itself taps, measures and says. One line
// a figure: `subject figure value`.
//
//   node bench-page.mjs PAGE RUNS PROGRAM ARGUMENTS...
//
// PAGE is the plain page; PROGRAM shows the address that is its last argument.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const [plain, runs, program, ...rest] = process.argv.slice(2);
const TAP = `<script>
addEventListener('click', (event) => localStorage.setItem('tapped', performance.timeOrigin + event.timeStamp), true);
setTimeout(() => document.querySelector('a').click(), 300);
</script>`;
const TOLD = `<script>
const told = (painted) => fetch('/told', { method: 'POST', body: String(painted - Number(localStorage.getItem('tapped'))) })
  .then(() => { location.href = '/'; });
new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName('first-contentful-paint');
  if (paint) told(performance.timeOrigin + paint.startTime);
}).observe({ type: 'paint', buffered: true });
</script>`;
const html = {
  '/': `<!doctype html><title>Services</title><a href="/page">Here</a>${TAP}`,
  '/page': readFileSync(plain, 'utf8') + TOLD,
};
let left = Number(runs) + 1;
const server = createServer((asked, answer) => {
  if (asked.url !== '/told') {
    answer.writeHead(html[asked.url] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(html[asked.url]);
    return;
  }
  let body = '';
  asked.on('data', (part) => { body += part; });
  asked.on('end', () => {
    answer.end();
    left -= 1;
    // The first one warms everything up.
    if (left < Number(runs)) console.log(`window link_painted_ms ${Number(body).toFixed(4)}`);
    if (left === 0) end();
  });
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const window = spawn(program, [...rest, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
function end() {
  window.kill();
  server.closeAllConnections();
  server.close();
}
