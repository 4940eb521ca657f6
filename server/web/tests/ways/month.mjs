// The month: planned, decided by exception, approved, handed over.
import { readFileSync } from "node:fs";
import { looksGood } from "../checks.mjs";
import { authenticator, expect, keyboard, pointer } from "../hand.mjs";
import { MONTH, open } from "../office.mjs";

// Signs in with a link and makes a passkey, which then also signs.
async function withPasskey(context, page, office, role, arrived) {
  await authenticator(context, page);
  const hand = keyboard(page, arrived);
  await page.goto(await office.link(role));
  await hand.press("Jetzt anmelden");
  await page.waitForURL(/\/einstellungen\/zugang$/);
  await hand.type("Name für den neuen Passkey", "Mein Telefon");
  await hand.press("Passkey einrichten");
  return hand;
}

// From the plan to the payroll file; only what a person reads leads on.
async function theMonth(page, hand) {
  await hand.press("Dienstplan");
  await hand.press("Mo 16. Nov.");
  await hand.type("Beginn", "08:00");
  await hand.type("Ende", "12:30");
  await hand.press("Dienst am");
  await page.getByText("als Entwurf eingetragen").waitFor();
  await hand.press("Ganzer Monat");
  await hand.press(/Entwürfe ansehen und veröffentlichen/);
  await hand.press(/Dienste veröffentlichen/);
  await page.getByText("Dienste sind veröffentlicht.").waitFor();

  await hand.press("Monate");
  await hand.press("Alles Geklärte freigeben");
  await hand.press("Freigabe Oktober 2026 für");
  let decisions = 0;
  while (await page.getByRole("link", { name: /^Abweichungen ansehen/ }).count()) {
    await hand.press(/^Abweichungen ansehen/);
    for (; await page.getByRole("heading", { name: /^Entscheidung \d+ von/ }).count(); decisions += 1) {
      await hand.press(/^(Wie aufgezeichnet lassen|Es wurde nicht gearbeitet)/);
    }
    await hand.press("Freigabe für");
  }
  await page.getByText("6 von 6 sind ganz freigegeben.").waitFor();

  await hand.press("Lohn");
  await hand.press("Übergabe Oktober 2026 prüfen");
  await hand.press("Oktober 2026 jetzt übergeben");
  const file = await hand.load(/herunterladen$/);
  const text = readFileSync(await file.path(), "latin1");
  expect(text.startsWith("[Allgemein]"), `a file that begins with ${text.slice(0, 40)}`);
  const people = new Set(Array.from(text.matchAll(/^1;(\d+);01\.10\.2026;/gm), (line) => line[1]));
  expect(people.size === 6, `lines for ${people.size} people, not six:\n${text}`);
  return `${decisions} decisions, ${file.suggestedFilename()} with ${text.length} bytes`;
}

export const throughTheMonth = [
  ["the whole month from sign-in to payroll file by keyboard alone", async (browser, office) => {
    const { context, page } = await open(browser, office, null);
    const hand = await withPasskey(context, page, office, "employer", (at) => looksGood(at));
    const told = await theMonth(page, hand);
    const signed = await office.signed();
    expect(signed > 0, "no approval is signed by the passkey");
    await context.close();
    return `${told}, ${signed} approvals signed by the passkey`;
  }],

  ["the whole month from sign-in to payroll file without JavaScript", async (browser, office) => {
    const { context, page } = await open(browser, office, null, { javaScriptEnabled: false });
    const hand = pointer(page);
    await page.goto(await office.link("employer"));
    await hand.press("Jetzt anmelden");
    const told = await theMonth(page, hand);
    await context.close();
    return told;
  }],

  ["the passkey signs over exactly the month that is approved", async (browser, office) => {
    const { context, page } = await open(browser, office, null);
    await withPasskey(context, page, office, "employer");
    const before = await office.signed();
    await page.goto(office.address + office.path("/monat/{Ada}/{month}/freigabe"));
    await page.getByRole("button", { name: /^Freigabe/ }).click();
    await page.waitForURL(/\/monate\//);
    const after = await office.signed();
    expect(after === before + 1, `${after - before} batches are signed over, not one`);
    await context.close();
  }],

  ["a month of seventy entries with two deviations takes at most eight inputs", async (browser, office) => {
    const [leave, propose] = ["Wie aufgezeichnet lassen", "Geplante Zeit vorschlagen"];
    const counts = [];
    for (const [first, second] of [[leave, leave], [leave, propose], [propose, propose]]) {
      const person = await office.seventy();
      const { context, page } = await open(browser, office, "employer");
      await page.goto(`${office.address}/monat/${person}/${MONTH}#naechstes`);
      await page.getByText("68 Schichten wie geplant, 2 weichen ab").waitFor();
      const hand = keyboard(page);
      await hand.press(first);
      await hand.press(second);
      await hand.press("Freigabe für Gesine Siebzig, Oktober 2026");
      await page.waitForURL(/\/monate\//);
      expect(hand.inputs <= 8, `${hand.inputs} inputs`);
      counts.push(hand);
      await context.close();
    }
    const told = (of) => counts.map(of).join(", ");
    return `keyboard ${told((one) => one.inputs)} inputs; one switch ` +
      `${told((one) => one.presses)} presses after ${told((one) => one.inputs - one.presses)} steps of the scanner`;
  }],
];
