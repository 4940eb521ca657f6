// What the little script adds: without a network, drafts, refused forms.
import { looksGood } from "../checks.mjs";
import { expect } from "../hand.mjs";
import { open } from "../office.mjs";

export const inTheBrowser = [
  ["a visited page can be read without a network, another one says so", async (browser, office) => {
    const { context, page } = await open(browser, office, "employer");
    await page.goto(`${office.address}/heute`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.goto(`${office.address}/heute`);
    await page.goto(`${office.address}/heute`);
    const heading = await page.locator("h1").textContent();
    await context.setOffline(true);
    await page.goto(`${office.address}/heute`);
    expect(await page.locator("h1").textContent() === heading, "not the visited page");
    await page.getByText("Kein Netz. Sie sehen eine gespeicherte Seite").waitFor();
    await page.goto(`${office.address}/barrierefreiheit`);
    expect(await page.locator("h1").textContent() === "Kein Netz", "no word of the network");
    await page.getByRole("link", { name: /^Heute/ }).first().waitFor();
    await context.close();
  }],

  ["what was typed is still there after the page was left", async (browser, office) => {
    const { context, page } = await open(browser, office, "employer");
    await page.goto(`${office.address}/einstellungen`);
    await page.getByLabel("So werden Sie genannt").fill("Halb getippt");
    await page.goto(`${office.address}/heute`);
    await page.goto(`${office.address}/einstellungen`);
    const typed = await page.getByLabel("So werden Sie genannt").inputValue();
    expect(typed === "Halb getippt", `the field holds “${typed}”`);
    await context.close();
  }],

  ["a refused form has the focus, a list of what is wrong, and what was typed", async (browser, office) => {
    const { context, page } = await open(browser, office, "employer");
    await page.goto(`${office.address}/einstellungen`);
    await page.getByLabel("So werden Sie genannt").fill("x".repeat(90));
    await page.getByRole("button", { name: "Namen speichern" }).click();
    await page.locator("#fehler").waitFor();
    await looksGood(page);
    expect(await page.evaluate(() => document.activeElement.id) === "fehler", "no focus");
    await page.getByRole("alert").getByRole("link").click();
    expect(await page.evaluate(() => document.activeElement.name) === "called", "not the field");
    await context.close();
  }],
];
