// Times the plain page that stands beside a mini-app: a fresh page in a running Chromium, from navigation to the
// complete document, and to the first contentful paint.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

const [executablePath, page_path, runs] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
for (let run = 0; run < Number(runs); run += 1) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const began = process.hrtime.bigint();
  const page = await context.newPage();
  await page.goto(pathToFileURL(page_path).href, { waitUntil: "load" });
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  const painted = await page.evaluate(() => new Promise((done) => new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (paint) done(paint.startTime);
  }).observe({ type: "paint", buffered: true })));
  console.log(`page open_ms ${took.toFixed(4)}`);
  console.log(`page painted_ms ${painted.toFixed(4)}`);
  await context.close();
}
await browser.close();
