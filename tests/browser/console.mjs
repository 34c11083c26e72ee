// An officer at the console of a department: a citizen's case is taken, asked about, replied to and decided, a bad rating is answered, and
// what another site sends is refused. Every page is looked at by axe in each language, light and dark.
//
//   node console.mjs PLATFORM CHROMIUM FOLDER DEMO TOKEN-FILE
//
// The citizen does by HTTP what the shell does for them: their side has journeys of its own.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { install, look } from './measure.mjs';
import { names } from './names.mjs';
import { PATIENCE, begin, check, words } from './steps.mjs';

const { address: platform, chromium, folder, more: [demo, tokenFile] } = words();
const DEPARTMENT = 'human-resources';
const CLIENT = 'fingertip-shell';
/** Nothing listens there: only the code on the way to it is wanted. */
const BACK = 'http://127.0.0.1:49152/cb';
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'ug', 'en'];
/** A window in which everything stands side by side, and a phone. */
const SIZES = { light: { width: 1200, height: 900 }, dark: { width: 320, height: 640 } };

const token = readFileSync(tokenFile, 'utf8').trim();
const officer = await begin('console', { chromium, folder, options: { viewport: SIZES.light } });
const { page, step, accessible } = officer;
const say = await names(folder, 'en');
const button = (id) => page.getByRole('button', { name: say(id), exact: true });
const field = (id) => page.getByLabel(say(id), { exact: true });
const open = (section) => page.getByRole('navigation').getByRole('link', { name: say(section), exact: true }).click();
const screen = (title) => page.getByRole('heading', { name: title, level: 1 }).waitFor();

/** What a citizen does, signed in at the provider of the demo nation. */
async function citizen(who) {
  const verifier = randomBytes(48).toString('base64url');
  const request = { client_id: CLIENT, redirect_uri: BACK, scope: 'openid profile' };
  const asked = { ...request, response_type: 'code', state: 's', nonce: 'n', code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' };
  const form = (fields) => ({ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
  const login = await fetch(`${demo}/oidc/login`, form({ ...asked, person: who, passcode: '123456' }));
  const code = new URL(login.headers.get('location')).searchParams.get('code');
  const answer = await fetch(`${demo}/oidc/token`, form({ ...request, grant_type: 'authorization_code', code, code_verifier: verifier }));
  const { access_token: access } = await answer.json();
  const stamp = JSON.stringify({ department: DEPARTMENT, app: `cn.example.${DEPARTMENT}.social-security-card`, version: 1, sha256: 'ab' });
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json', 'fingertip-app': stamp, 'idempotency-key': randomBytes(12).toString('hex') };
    const done = await fetch(platform + path, { method, headers, body: body && JSON.stringify(body) });
    const told = await done.json();
    check(done.ok, `the citizen cannot do ${method} ${path}: ${done.status} ${told.code}`);
    return told;
  };
}

/** Signs in as an officer does who uses keys alone. */
async function signIn(target, shown) {
  await target.locator('#department').fill(DEPARTMENT);
  await target.locator('#token').fill(shown);
  await target.keyboard.press('Enter');
}

const takeCase = (id) => page.getByRole('row').getByRole('link', { name: id, exact: true }).click();

/** The officer decides on what is open: one state after the other. */
async function decide(...states) {
  for (const state of states) {
    await field('console-decide-state').selectOption(state);
    await Promise.all([page.waitForEvent('load'), button('console-decide-button').click()]);
    check((await page.locator('.problem').count()) === 0, `the officer cannot decide ${state}`);
  }
}

await officer.run(async () => {
  const zhang = await citizen('zhang-wei');
  const handIn = () => zhang('POST', '/api/v1/cases', { service: 'social-security-card', region: '440100', body: '{}' });
  const [asked, refused] = [await handIn(), await handIn()];

  await step('nobody gets in with a wrong token', async () => {
    await page.goto(`${platform}/console`);
    await screen(say('console-sign-in'));
    await accessible('console-sign-in');
    await signIn(page, 'not-the-token');
    await page.getByRole('alert').getByText(say('console-sign-in-wrong')).waitFor();
    check((await page.content()).includes('not-the-token') === false, 'a token that was typed stands in the page');
    // The browser says of itself that such an answer came; it is what this step is about.
    officer.complaints.length = 0;
  });

  await step('the officer signs in by keys and sees the queue', async () => {
    await signIn(page, token);
    await screen(say('console-queue'));
    await accessible('console-queue');
    for (const { id } of [asked, refused]) check((await page.getByRole('link', { name: id, exact: true }).count()) === 1, `${id} is not in the queue`);
  });

  await step('the officer asks, and the citizen answers', async () => {
    await takeCase(asked.id);
    await screen(asked.id);
    await accessible('console-case');
    await field('console-ask-label').first().fill('Which <street> & number?');
    await page.locator('#until').fill('2099-01-01');
    await button('console-ask-button').click();
    await page.getByText('Which <street> & number?').first().waitFor();
    const seen = await zhang('GET', `/api/v1/cases/${asked.id}`);
    check(seen.state === 'correction-asked', `the citizen sees ${seen.state}`);
    await zhang('POST', `/api/v1/cases/${asked.id}/acts`, { kind: 'answer', answers: { [seen.asked[0].id]: 'Renmin Road 7' } });
    await page.reload();
    await page.getByText('Renmin Road 7').waitFor();
  });

  await step('the citizen asks, and the officer replies', async () => {
    await zhang('POST', `/api/v1/cases/${asked.id}/acts`, { kind: 'ask', words: 'How long will it take?' });
    await page.reload();
    await page.getByText('How long will it take?').waitFor();
    await field('console-reply-words').fill('Until Friday.');
    await button('console-reply-button').click();
    await page.getByText('Until Friday.').waitFor();
    const { entries } = await zhang('GET', `/api/v1/cases/${asked.id}`);
    check(entries.some((entry) => entry.words?.en === 'Until Friday.'), 'the citizen does not see the reply');
  });

  await step('UC-24 the officer decides', async () => {
    await decide('accepted', 'review', 'approved', 'delivered', 'closed');
    check((await zhang('GET', `/api/v1/cases/${asked.id}`)).state === 'closed', 'the citizen does not see the decision');
    await open('console-nav-cases');
    check((await page.getByRole('link', { name: asked.id, exact: true }).count()) === 0, 'a closed case is still in the queue');
    await takeCase(refused.id);
    await decide('refused', 'closed');
  });

  await step('UC-25 a bad rating is answered', async () => {
    await zhang('PUT', `/api/v1/cases/${refused.id}/rating`, { level: 'dissatisfied', text: '<i>Nobody</i> said why.', reasons: ['decision-unexplained'] });
    await open('console-nav-ratings');
    await page.getByText('<i>Nobody</i> said why.').waitFor();
    await accessible('console-ratings');
    await field('console-rating-reply').fill('We are sorry, and have written to you.');
    await button('console-rating-reply-button').click();
    await page.locator('.said').getByText('We are sorry, and have written to you.').waitFor();
    const { follow_up: followUp } = await zhang('GET', `/api/v1/cases/${refused.id}`);
    check(followUp.reply.en === 'We are sorry, and have written to you.', 'the citizen does not see the answer');
  });

  const left = await handIn();
  await step('what another site sends is refused, though the browser sends the cookie along', async () => {
    const answers = [];
    // Another port is another origin and the same site: there SameSite keeps no cookie back. `localhost` is another site.
    for (const elsewhere of [demo, demo.replace('127.0.0.1', 'localhost')]) {
      const tab = await officer.context.newPage();
      await tab.route(`${elsewhere}/trap`, (route) => route.fulfill({
        contentType: 'text/html',
        body: `<title>trap</title><form method="post" action="${platform}/console/cases/${left.id}/steps"><input name="state" value="refused"><button>Win</button></form>`,
      }));
      await tab.goto(`${elsewhere}/trap`);
      const [answer] = await Promise.all([tab.waitForResponse((response) => response.url().includes('/console/')), tab.getByRole('button').click()]);
      answers.push(String(answer.status()));
      await tab.close();
    }
    // The first came with the cookie and is refused as a form of elsewhere; the second came without and is sent to the sign-in.
    check(answers.join() === '401,303', `a form of another site was answered with ${answers}`);
    const { state } = await zhang('GET', `/api/v1/cases/${left.id}`);
    check(state === 'received', `a form of another site moved the case to ${state}`);
    return answers.join(', ');
  });

  await step('every page in four languages, light and dark, without a finding', async () => {
    let pages = 0;
    for (const language of LANGUAGES) {
      for (const [scheme, viewport] of Object.entries(SIZES)) {
        pages += await everyPage(language, scheme, viewport, left.id);
      }
    }
    return `${pages} pages`;
  });

  await step('signed out, nothing is shown any more', async () => {
    await button('console-sign-out').click();
    await screen(say('console-sign-in'));
    await page.goto(`${platform}/console/cases/${left.id}`);
    await screen(say('console-sign-in'));
  });
});

/** Looks at each page as an officer with this language and scheme sees it; how many there were. */
async function everyPage(language, scheme, viewport, id) {
  const own = await officer.browser.newContext({ locale: language, colorScheme: scheme, viewport });
  own.setDefaultTimeout(PATIENCE);
  await install(own);
  const tab = await own.newPage();
  const seen = async (name) => {
    await tab.locator('h1').waitFor();
    const found = await look(tab, folder);
    const shown = `${language} ${scheme}`;
    officer.measured.add({ look: shown, screen: name, ...found });
    check(found.violations.length === 0, `${name} (${shown}) is not accessible:\n  ${found.violations.join('\n  ')}`);
    check(found.wide <= 0, `${name} (${shown}) is ${found.wide} pixels wider than the window`);
    check((await tab.locator('html').getAttribute('lang')) === language, `${name} is not in ${language}`);
    await tab.screenshot({ path: `${folder}/${name}-${language}-${scheme}.png`, fullPage: true });
  };
  await tab.goto(`${platform}/console`);
  await seen('console-sign-in');
  await signIn(tab, 'not-the-token');
  await tab.locator('#wrong').waitFor();
  await seen('console-wrong');
  await signIn(tab, token);
  await tab.locator('nav').waitFor();
  const places = { queue: 'cases', case: `cases/${id}`, ratings: 'ratings', letters: 'dead-letters', figures: 'statistics', nothing: 'cases/HU-20261124-7KQ2X9' };
  for (const [name, path] of Object.entries(places)) {
    await tab.goto(`${platform}/console/${path}`);
    await seen(`console-${name}`);
  }
  await own.close();
  return 2 + Object.keys(places).length;
}
