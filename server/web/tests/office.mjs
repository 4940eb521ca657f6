// The office under test: a program of its own on a free port, and browsers
// that are signed in as somebody.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const MONTH = "2026-10";

export async function startOffice(program) {
  const folder = mkdtempSync(join(tmpdir(), "assistenzzeit-web-"));
  const child = spawn(program, [folder], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("the office ended");
    return value;
  };
  const { address, people, now } = JSON.parse(await line());
  const tell = async (command) => {
    child.stdin.write(`${command}\n`);
    return line();
  };
  const of = (role) => people.find((one) => one.role === role).person;
  const office = {
    address,
    // The office's clock stands still until it is told to move.
    now,
    person: of("assistant"),
    link: async (role) => address + (await tell(`link ${of(role)}`)),
    wait: async (ms) => { office.now = Number(await tell(`wait ${ms}`)); },
    signed: async () => Number(await tell("signed count")),
    path: (path) => path.replace("{person}", of("assistant")).replace("{month}", MONTH),
    stop: async () => {
      child.stdin.end();
      await new Promise((done) => child.once("exit", done));
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

// Cookies of somebody who is signed in; one link per role and run.
const signedIn = new Map();
export async function cookiesOf(browser, office, role) {
  if (!role) return [];
  if (!signedIn.has(role)) {
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    await page.goto(await office.link(role));
    await page.getByRole("button", { name: "Jetzt anmelden" }).click();
    await page.waitForURL(/\/(heute|einstellungen\/zugang)$/);
    signedIn.set(role, await context.cookies());
    await context.close();
  }
  return signedIn.get(role);
}

export async function open(browser, office, role, options = {}) {
  const context = await browser.newContext({
    locale: "de-DE", timezoneId: "Europe/Berlin", reducedMotion: "reduce", ...options,
  });
  await context.addCookies(await cookiesOf(browser, office, role));
  return { context, page: await context.newPage() };
}
