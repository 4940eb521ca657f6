// Offices under test: programs of their own on free ports, each with a copy of
// the same month, and browsers that are signed in as somebody.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const MONTH = "2026-10";

// Lives the month once. What comes back starts offices that have just lived it.
export async function liveMonth(program) {
  const folder = mkdtempSync(join(tmpdir(), "assistenzzeit-web-"));
  const child = spawn(program, ["live", folder], { stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`the month was not lived: ${code}`);
  let copies = 0;
  return {
    start: () => {
      copies += 1;
      const copy = join(folder, `office-${copies}`);
      cpSync(join(folder, "settled"), copy, { recursive: true });
      return startOffice(program, copy);
    },
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startOffice(program, folder) {
  const child = spawn(program, ["serve", folder], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("the office ended");
    return value;
  };
  const { address, people, now } = JSON.parse(await line());
  // One command after the other, each with its answer.
  let last = Promise.resolve();
  const tell = (command) => {
    last = last.then(() => {
      child.stdin.write(`${command}\n`);
      return line();
    });
    return last;
  };
  const of = (role) => people.find((one) => one.role === role).person;
  const named = (name) => people.find((one) => one.name?.startsWith(name)).person;
  const office = {
    address,
    // The office's clock stands still until it is told to move.
    now,
    named,
    // Of a role, or of somebody by name.
    link: async (who) =>
      address + (await tell(`link ${/^[A-Z]/.test(who) ? named(who) : of(who)}`)),
    wait: async (ms) => { office.now = Number(await tell(`wait ${ms}`)); },
    signed: async () => Number(await tell("signed count")),
    seventy: () => tell("seventy entries"),
    // `{month}` in an address is the month that was lived, `{Name}` somebody's id.
    path: (path) => path.replace("{month}", MONTH)
      .replace(/\{([A-Z][a-z]+)\}/, (_, name) => named(name)),
    stop: async () => {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}

export const startBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--force-color-profile=srgb", "--lang=de-DE",
    ],
  });

// Cookies of somebody who is signed in; one link per role and office.
const signedIn = new WeakMap();
function cookiesOf(browser, office, role) {
  if (!signedIn.has(office)) signedIn.set(office, new Map());
  const known = signedIn.get(office);
  if (!known.has(role)) known.set(role, signIn(browser, office, role));
  return known.get(role);
}

async function signIn(browser, office, role) {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(await office.link(role));
  await page.getByRole("button", { name: "Jetzt anmelden" }).click();
  await page.waitForURL(/\/(heute|einstellungen\/zugang)$/);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

export async function open(browser, office, role, options = {}) {
  const context = await browser.newContext({
    locale: "de-DE", timezoneId: "Europe/Berlin", reducedMotion: "reduce", ...options,
  });
  // A machine that builds something else meanwhile is slow, not broken.
  context.setDefaultTimeout(90_000);
  if (role) await context.addCookies(await cookiesOf(browser, office, role));
  return { context, page: await context.newPage() };
}
