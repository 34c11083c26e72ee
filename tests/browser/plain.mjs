// The shell's screens as plain pages, to be measured beside them: what a page of a web site would be that says and looks the same.

import { createServer } from 'node:http';

/** The page as a server would send it: its elements and styles without the script. */
export const dump = (page) => page.evaluate(() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll('script').forEach((script) => script.remove());
  return `<!doctype html>${copy.outerHTML}`;
});

/** When the page was first painted, in milliseconds since the epoch. */
export const painted = (page) => page.evaluate(() => new Promise((done) => new PerformanceObserver((list) => {
  const [paint] = list.getEntriesByName('first-contentful-paint');
  if (paint) done(performance.timeOrigin + paint.startTime);
}).observe({ type: 'paint', buffered: true })));

/** A page with one link to another, which remembers when it was tapped. */
const link = (to) => `<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><title>Link</title><a href="/${to}">Here</a><script>addEventListener("click", (event) => localStorage.setItem("tapped", performance.timeOrigin + event.timeStamp), true)</script>`;

/** A site of plain pages. */
export class Site {
  pages = new Map();

  static async begin() {
    const site = new Site();
    site.server = createServer((asked, answer) => {
      const html = site.pages.get(asked.url.slice(1));
      // A browser asks for an icon by itself.
      answer.writeHead(html ? 200 : asked.url === '/favicon.ico' ? 204 : 404, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(html);
    });
    await new Promise((done) => { site.server.listen(0, '127.0.0.1', done); });
    site.at = `http://127.0.0.1:${site.server.address().port}`;
    return site;
  }

  /** Serves `html` as `name`, and a page that links to it. */
  put(name, html) {
    this.pages.set(name, html);
    this.pages.set(`link-${name}`, link(name));
  }

  has = (name) => this.pages.has(name);

  /** From a tap on a link to `name`, in the same tab, until that page is painted, in milliseconds. */
  async tap(page, name) {
    await page.goto(`${this.at}/link-${name}`);
    await page.locator('a').click();
    await page.waitForURL(`**/${name}`);
    return await painted(page) - await page.evaluate(() => Number(localStorage.getItem('tapped')));
  }

  end() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
