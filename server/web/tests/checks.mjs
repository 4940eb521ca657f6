// What is asked of every page, in one visit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { open } from "./office.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SNAPSHOTS = new URL("./snapshots/", import.meta.url);
/// Everything that a page loads, as it comes over the wire.
const MOST_BYTES = 200 * 1024;

const DESK = { width: 1280, height: 720, scale: 1 };
const looks = [
  { name: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "forced colours", forcedColors: "active" },
  { name: "320 px wide", screen: { width: 320, height: 640, scale: 1 } },
  // 1280 by 1024 at 400 % is 320 by 256 CSS pixels.
  { name: "400 % zoom", screen: { width: 320, height: 256, scale: 4 } },
  // As the page says it of itself when that is chosen under „Darstellung“.
  { name: "large print, strong contrast", html: { text: "large", contrast: "more", kernTheme: "light" } },
];
/// Only to be looked at.
const moreShots = [{ name: "768 px wide", screen: { width: 768, height: 1024, scale: 1 } }];

const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

// A browser for this page, signed in as who looks at it, in its language.
async function openFor(browser, office, one) {
  const opened = await open(browser, office, one.as, { serviceWorkers: "block" });
  if (one.language) {
    const value = `${one.language}.system.normal.moving`;
    await opened.context.addCookies([{ name: "ansicht", value, url: office.address }]);
  }
  return opened;
}

// Visits a page and calls `tell(check, error or null, note)` for every check.
export async function visit(browser, office, one, tell) {
  const { context, page } = await openFor(browser, office, one);
  const check = async (name, work) => {
    try {
      tell(name, null, await work());
    } catch (error) {
      tell(name, error);
    }
  };
  try {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    let bytes = 0;
    devtools.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
    let text = "";
    await check("comes", async () => {
      const response = await page.goto(await addressOf(browser, office, one));
      const status = response.status();
      if (status !== (one.status ?? 200)) throw new Error(`status ${status} at ${page.url()}`);
      text = await response.text();
      const said = await page.getAttribute("html", "lang");
      if (said !== (one.language ?? "de")) throw new Error(`the page is in ${said}`);
      await page.evaluate(() => document.fonts.ready.then(() => true));
    });
    if (!text) return;
    await check("is small", () => isSmall(bytes));
    await check("is valid HTML", () => isValidHtml(text));
    if (one.snapshot !== false) {
      await check("tab order and screen reader are as reviewed", () => isAsReviewed(page, one));
    }
    for (const look of looks) {
      await check(look.name, async () => {
        await put(page, devtools, look);
        await looksGood(page, look.screen ?? DESK);
        if (shots) await shoot(page, one, look);
      });
    }
    if (shots) {
      for (const look of moreShots) {
        await put(page, devtools, look);
        await shoot(page, one, look);
      }
    }
    await put(page, devtools, { screen: { width: 640, height: 800, scale: 1 } });
    await check("bears more space in the text", () => bearsTextSpacing(page));
  } finally {
    await context.close();
  }
}

// Where a page is; for one that a link leads to, that link is read first.
async function addressOf(browser, office, one) {
  if (one.link) return office.link(one.link);
  const address = office.address + office.path(one.path);
  if (!one.follow) return address;
  const { context, page } = await openFor(browser, office, one);
  try {
    let href = address;
    for (const link of [one.follow].flat()) {
      await page.goto(href);
      href = await page.locator("main a").evaluateAll(
        (links, start) => links.find((e) => e.textContent.trim().replace(/\s+/g, " ").startsWith(start))?.href, link);
      if (!href) throw new Error(`no link “${link}” at ${page.url()}`);
    }
    return href;
  } finally {
    await context.close();
  }
}

async function put(page, devtools, look) {
  const { width, height, scale } = look.screen ?? DESK;
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? "light", forcedColors: look.forcedColors ?? "none",
  });
  await page.setViewportSize({ width, height });
  if (scale !== 1) {
    await devtools.send("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: scale, mobile: false,
    });
  }
  await page.evaluate((chosen) => {
    for (const word of ["text", "contrast", "kernTheme"]) {
      if (chosen?.[word]) document.documentElement.dataset[word] = chosen[word];
      else delete document.documentElement.dataset[word];
    }
    window.scrollTo(0, 0);
  }, look.html);
}

async function shoot(page, one, look) {
  const path = `${shots}/${one.name} ${look.name}.png`;
  await page.screenshot({ path, fullPage: true, scale: "css" });
}

// What axe and the edge of the screen say about the page as it stands.
export async function looksGood(page, { width, scale } = DESK) {
  const [wide, sharp] = await page.evaluate(() => [innerWidth, devicePixelRatio]);
  if (wide !== width || sharp !== scale) throw new Error(`${wide} px wide at ${sharp}, not ${width} at ${scale}`);
  const report = await new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: { type: "tag", values: TAGS },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  }).analyze();
  const ran = [...report.violations, ...report.passes, ...report.inapplicable, ...report.incomplete];
  for (const rule of ["target-size", "color-contrast", "region"]) {
    if (!ran.some((one) => one.id === rule)) throw new Error(`axe did not run ${rule}`);
  }
  const tooWide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const out = [...document.querySelectorAll("body *")].find(
      (e) => e.getBoundingClientRect().right > root.clientWidth + 1 &&
        !e.closest(".kern-table-responsive"),
    );
    return out ? out.outerHTML.slice(0, 120) : "something";
  });
  const found = report.violations.map(
    (v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 140)}`,
  );
  if (tooWide) found.push(`scrolls sideways: ${tooWide}`);
  if (found.length) throw new Error(found.join("\n      "));
}

// WCAG 2.2, 1.4.12: with more space between lines, words and letters nothing is cut off.
async function bearsTextSpacing(page) {
  const cut = await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [style];
    return [...document.querySelectorAll("main *, header *, footer *")]
      .filter((e) => {
        const style = getComputedStyle(e);
        return e.clientWidth > 1 && style.overflowX === "hidden" &&
          e.scrollWidth > e.clientWidth + 1;
      })
      .map((e) => e.outerHTML.slice(0, 100));
  });
  if (cut.length) throw new Error(`cut off: ${cut.join(", ")}`);
}

const htmlValidate = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Markup is written for machines on one line.
    "long-title": "off",
    "no-trailing-whitespace": "off",
    // maud writes empty attributes and closes no void elements.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // A group of boxes has one name, and so has a list that travels unseen.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // The style sheet's own way of naming.
    "valid-id": ["error", { relaxed: true }],
  },
});

async function isValidHtml(text) {
  const report = await htmlValidate.validateString(text);
  const found = report.results.flatMap((result) =>
    result.messages.map((m) => `${m.ruleId}: ${m.message} (${m.line}:${m.column}) ` +
      text.split("\n")[m.line - 1].slice(Math.max(0, m.column - 30), m.column + 60)));
  if (found.length) throw new Error(found.join("\n      "));
}

function isSmall(bytes) {
  if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes`);
  if (bytes < 20_000) throw new Error(`${bytes} bytes: not everything was counted`);
  return `${Math.round(bytes / 1024)} kB`;
}

// What a screen reader is given, and where the tab key stops, as text to review.
// The frame around is the same on every page of a role: it is taken with those
// marked `frame`, elsewhere the skip link leads past it.
async function isAsReviewed(page, one) {
  const tree = await page.locator(one.frame ? "body" : "main").ariaSnapshot();
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  if (!one.frame) {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  const stops = [];
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const seen = e.getBoundingClientRect();
      const name = (e.getAttribute("aria-label") || e.labels?.[0]?.textContent ||
        e.textContent || e.getAttribute("name") || "").trim().replace(/\s+/g, " ");
      const type = e.tagName === "INPUT" ? ` ${e.type}` : "";
      return { text: `${e.tagName.toLowerCase()}${type} ${name}`.slice(0, 110),
        seen: seen.width > 0 && seen.height > 0 };
    });
    if (!at) break;
    if (!at.seen) throw new Error(`an unseen stop: ${at.text}`);
    stops.push(at.text);
  }
  // What is drawn: ids, signatures.
  const id = /[0-9a-f]{32,}|[0-9a-f]{8}-[0-9a-f-]{27}/g;
  const signature = /[A-Za-z0-9+/]{40,}=*/g;
  const text = `# Tab\n${stops.join("\n")}\n\n# Screen reader\n${tree}\n`
    .replace(id, "…").replace(signature, "…");
  const file = new URL(`${one.name}.txt`, SNAPSHOTS);
  if (process.env.UPDATE) {
    mkdirSync(SNAPSHOTS, { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`no snapshot ${one.name}.txt; UPDATE=1 writes it`);
  const reviewed = readFileSync(file, "utf8");
  if (reviewed !== text) {
    const [a, b] = [reviewed.split("\n"), text.split("\n")];
    const line = a.findIndex((one, place) => one !== b[place]);
    throw new Error(`differs from the snapshot in line ${line + 1}:\n      - ${a[line]}\n      + ${b[line]}`);
  }
}
