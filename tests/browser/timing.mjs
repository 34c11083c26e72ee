// From a finger's tap until the frame that holds what it leads to is made.

/** Taps by `act`; gives how long it is from the click to the end of the frame in which `there` is, in milliseconds. */
export async function tapped(page, there, act) {
  await page.evaluate((wanted) => {
    window.tap = new Promise((done) => addEventListener('click', (event) => {
      const after = new MessageChannel();
      after.port1.onmessage = () => done(performance.now() - event.timeStamp);
      // What is there before a frame is painted in it; the message comes after.
      const look = () => (document.querySelector(wanted) ? after.port2.postMessage(0) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    }, { once: true, capture: true }));
  }, there);
  await act();
  return page.evaluate(() => window.tap);
}
