// Signing in, and showing again who one is.
import { createHmac } from "node:crypto";
import { looksGood } from "../checks.mjs";
import { authenticator, expect, keyboard } from "../hand.mjs";
import { open } from "../office.mjs";

function base32(text) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = "";
  for (const letter of text.replace(/\s/g, "")) {
    bits += letters.indexOf(letter).toString(2).padStart(5, "0");
  }
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

// RFC 6238.
function code(secret, ms) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)));
  const hash = createHmac("sha1", base32(secret)).update(counter).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export const signingIn = [
  ["a link, a passkey, signing out, in again with the passkey: by keyboard alone", async (browser, office) => {
    const { context, page } = await open(browser, office, null);
    await authenticator(context, page);
    const hand = keyboard(page);
    await page.goto(await office.link("Ada"));
    await hand.press("Jetzt anmelden");
    await page.waitForURL(/\/einstellungen\/zugang$/);
    await hand.type("Name für den neuen Passkey", "Mein Prüfschlüssel");
    await hand.press("Passkey einrichten");
    await page.getByText("Der Passkey „Mein Prüfschlüssel“ ist eingerichtet.").waitFor();
    await hand.press("Abmelden");
    await page.waitForURL(/\/anmelden\?abgemeldet=1$/);
    await hand.press("Mit Passkey bestätigen");
    await page.waitForURL(/\/heute$/);
    await context.close();
  }],

  ["showing again who one is loses nothing that was typed", async (browser, office) => {
    const { context, page } = await open(browser, office, null);
    await authenticator(context, page);
    await page.goto(await office.link("payroll_office"));
    await page.getByRole("button", { name: "Jetzt anmelden" }).click();
    await page.getByLabel("Name für den neuen Passkey").fill("Eins");
    await page.getByRole("button", { name: "Passkey einrichten" }).click();
    await page.getByText("ist eingerichtet").waitFor();
    await office.wait(11 * 60 * 1_000);
    await page.getByRole("button", { name: "Acht neue Wiederherstellungscodes machen" }).click();
    await page.getByRole("heading", { name: "Bitte zeigen Sie noch einmal, dass Sie es sind" }).waitFor();
    await looksGood(page);
    await page.getByRole("button", { name: "Mit Passkey bestätigen" }).click();
    await page.getByRole("button", { name: "Eingaben jetzt absenden" }).click();
    await page.getByText("Diese Codes sehen Sie nur jetzt.").waitFor();
    await looksGood(page);
    const first = await page.locator(".office-codes code").first().textContent();
    // A recovery code signs in, once.
    await page.getByRole("button", { name: "Abmelden" }).click();
    for (const works of [true, false]) {
      await page.goto(`${office.address}/anmelden`);
      await page.getByText("Mit Wiederherstellungscode", { exact: true }).click();
      await page.getByLabel("Wiederherstellungscode").fill(first.toLowerCase());
      await page.getByRole("button", { name: "Mit Wiederherstellungscode bestätigen" }).click();
      if (works) {
        await page.waitForURL(/\/heute$/);
        await page.getByRole("button", { name: "Abmelden" }).click();
      } else {
        await page.getByRole("alert").getByText("Dieser Wiederherstellungscode gilt nicht.").waitFor();
      }
    }
    await context.close();
  }],

  ["without JavaScript: link, password with one-time code, in again, appearance", async (browser, office) => {
    const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await office.link("deputy"));
    await page.getByRole("button", { name: "Jetzt anmelden" }).click();
    await page.getByRole("link", { name: "Kennwort mit Einmalcode einrichten" }).click();
    const secret = await page.locator(".office-secret").textContent();
    await page.getByLabel("Anmeldename").fill("Vertretung");
    await page.getByLabel("Neues Kennwort").fill("kurz");
    await page.getByLabel("Einmalcode", { exact: true }).fill("000000");
    await page.getByRole("button", { name: "Kennwort und Einmalcode speichern" }).click();
    expect(await page.getByLabel("Anmeldename").inputValue() === "Vertretung", "the name was lost");
    expect(await page.locator(".office-secret").textContent() === secret, "the key changed");
    expect((await page.title()).startsWith("Fehler: "), "the title tells of the error");
    await page.getByLabel("Neues Kennwort").fill("vier Wörter ohne Sinn");
    await page.getByLabel("Einmalcode", { exact: true }).fill(code(secret, office.now));
    await page.getByRole("button", { name: "Kennwort und Einmalcode speichern" }).click();
    await page.getByText("Kennwort und Einmalcode sind eingerichtet.").waitFor();
    await page.getByRole("button", { name: "Abmelden" }).click();
    // A step of the one-time code is taken once.
    await office.wait(60_000);
    for (const [typed, works] of [["falsch, aber lang genug", false], ["vier Wörter ohne Sinn", true]]) {
      await page.getByLabel("Anmeldename").fill("vertretung");
      await page.getByLabel("Kennwort", { exact: true }).fill(typed);
      await page.getByLabel("Einmalcode", { exact: true }).fill(code(secret, office.now));
      await page.getByRole("button", { name: "Mit Kennwort bestätigen" }).click();
      if (works) await page.waitForURL(/\/heute$/);
      else await page.getByRole("alert").getByText("stimmen nicht").waitFor();
    }
    await page.getByRole("link", { name: "Sprache und Darstellung" }).click();
    await page.getByLabel("Große Schrift").check();
    await page.getByLabel("Dunkel").check();
    await page.getByRole("button", { name: "Sprache und Darstellung speichern" }).click();
    expect(await page.getAttribute("html", "data-kern-theme") === "dark", "not dark");
    expect(await page.getAttribute("html", "data-text") === "large", "not large");
    await context.close();
  }],
];
