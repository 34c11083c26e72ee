// A phone's network, between the shell and the nation. A page's own network cannot stand for it: the shell's page comes from the device
// and not from a network, and what the shell asks the nation for it asks itself.

import { createServer, request } from 'node:http';

/** How long a way there and back takes, in milliseconds, and how many bytes come in a second. */
export const NETWORKS = {
  none: { latency: 0, bytes: Infinity },
  '5g': { latency: 20, bytes: 12_500_000 },
  // WebPageTest's "3G": 1.6 Mbit/s, 300 ms.
  '3g': { latency: 300, bytes: 200_000 },
};

/** How much is sent in one go. */
const PART = 16 << 10;

/** Stands between the shell and the nation's `platform`, at an address of its own; `be` makes it another network. */
export async function between(platform) {
  const held = { network: NETWORKS.none };
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
  /** Gives on what came, no faster than the network. */
  async function slowly(came, answer) {
    for await (const part of came) {
      for (let at = 0; at < part.length; at += PART) {
        const piece = part.subarray(at, at + PART);
        await wait((piece.length / held.network.bytes) * 1000);
        answer.write(piece);
      }
    }
    answer.end();
  }
  const server = createServer(async (asked, answer) => {
    await wait(held.network.latency);
    const forwarded = request(new URL(asked.url, platform), { method: asked.method, headers: asked.headers }, (came) => {
      answer.writeHead(came.statusCode, came.headers);
      slowly(came, answer).catch(() => answer.destroy());
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    at: `http://127.0.0.1:${server.address().port}`,
    be: (name) => { held.network = NETWORKS[name]; },
    end: () => { server.closeAllConnections(); server.close(); },
  };
}
