// A device like a phone, as far as a browser on a desktop can be one: touch, a real phone's window, what its notch and its bars
// cover, its keyboard, what its system does to an app behind, and how slow it is. Through Chromium's devtools protocol.

/**
 * Phones: the window in points, dots a point, what notch, status bar and gesture bar cover of it, and how high the keyboard is with its
 * row of suggestions.
 */
export const PHONES = {
  // A small Android phone with three buttons below.
  small: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 3, insets: { top: 24, bottom: 48, left: 0, right: 0 }, keyboard: 260 },
  notch: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, insets: { top: 47, bottom: 34, left: 0, right: 0 }, keyboard: 335 },
  turned: { viewport: { width: 844, height: 390 }, deviceScaleFactor: 3, insets: { top: 0, bottom: 21, left: 47, right: 47 }, keyboard: 209 },
};

/** What a browser is begun with to be this phone. */
export const options = ({ viewport, deviceScaleFactor }) => ({ viewport, deviceScaleFactor, isMobile: true, hasTouch: true });

/** A phone around a page. */
export class Device {
  static async of(page, phone) {
    const device = new Device();
    Object.assign(device, { page, phone, session: await page.context().newCDPSession(page) });
    await device.be(phone);
    return device;
  }

  /** It is this phone from now on: another, or the same one turned. */
  async be(phone) {
    this.phone = phone;
    await this.window(phone.viewport.height);
    const { top, bottom, left, right } = phone.insets;
    await this.session.send('Emulation.setSafeAreaInsetsOverride', { insets: { top, topMax: top, bottom, bottomMax: bottom, left, leftMax: left, right, rightMax: right } });
  }

  window(height) {
    const { viewport: { width }, deviceScaleFactor } = this.phone;
    return this.session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: true, screenWidth: width, screenHeight: this.phone.viewport.height });
  }

  /**
   * The keyboard comes up or goes: the window is that much lower, as Android makes it (`adjustResize`, our activity) and as a web view
   * on iOS is told by its visual viewport. The bar below lies under the keyboard then.
   */
  async keyboard(isUp) {
    await this.window(this.phone.viewport.height - (isUp ? this.phone.keyboard : 0));
    const insets = { ...this.phone.insets, bottom: isUp ? 0 : this.phone.insets.bottom };
    await this.session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The app goes behind, or comes to the front: what a web view says to its page then. */
  async behind(isBehind) {
    await this.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isBehind);
  }

  /** The page's processor is that many times slower. What is not the page is as fast as ever. */
  slow(times) {
    return this.session.send('Emulation.setCPUThrottlingRate', { rate: times });
  }
}
