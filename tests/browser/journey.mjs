// One citizen's journey through the shell in a real browser, with what must hold at each step. Its parts are in journey/.
//
//   node journey.mjs ADDRESS [CHROMIUM [FOLDER]]
//
// ADDRESS is the shell's one-time address, FOLDER where playwright-core and axe-core are and pictures go
// (target/browser). `cargo xtask browser` starts everything that this needs.

import { consent, fill, firstStart, followCase, records, search, signIn } from './journey/case.mjs';
import { person } from './journey/citizen.mjs';
import { family, privacy } from './journey/data.mjs';
import { cards, elsewhere, sealed, wayBack } from './journey/links.mjs';
import { homes, looks, seniors } from './journey/looks.mjs';

await person.run(async () => {
  await firstStart();
  await search();
  await signIn();
  await consent();
  await fill();
  await followCase();
  await records();
  await privacy();
  await family();
  await cards();
  await sealed();
  await homes();
  await seniors();
  await looks();
  await wayBack();
  // Last: the gallery keeps its place.
  await elsewhere();
});
