// The tap of bench-open.mjs, in the desktop's web view: this stands in the shell's own window and presses there. It says a line a
// figure. `bench_window` gives it `dioxus.send`.

const RUNS = 30;
const frame = () => new Promise((done) => requestAnimationFrame(done));
async function until(find) {
  for (;;) {
    const found = find();
    if (found) return found;
    await frame();
  }
}
const named = (name) => () => [...document.querySelectorAll('button, a')].find((thing) => thing.textContent.trim() === name || thing.getAttribute('aria-label') === name);
const press = async (name) => (await until(named(name))).click();
async function type(id, text) {
  const input = await until(() => document.getElementById(id));
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** From the tap until the frame that holds the whole first page is made. */
async function tap(name) {
  await type('fi-search', 'sbk');
  // Home has rows of its own until something is found.
  (await until(() => document.querySelector('[aria-label="Services found"] .fi-list-row'))).click();
  const open = await until(() => document.querySelector('[data-action="open-service"]'));
  await new Promise((done) => setTimeout(done, 300));
  const tapped = new Promise((done) => addEventListener('click', (event) => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now() - event.timeStamp);
    const look = () => (document.querySelector('#fi-node-start button') ? after.port2.postMessage(0) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }, { once: true, capture: true }));
  open.click();
  dioxus.send(`window ${name} ${(await tapped).toFixed(4)}`);
  await press('Close');
  await until(() => document.getElementById('fi-search'));
}

await press('English');
await press('Use standard mode');
await type('fi-region', 'guangd');
await press('Guangdong');
await tap('first_tap_ms');
for (let run = 0; run < RUNS; run += 1) await tap('painted_ms');
