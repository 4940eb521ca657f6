// What is asked of every page.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { open } from "./office.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SNAPSHOTS = new URL("./snapshots/", import.meta.url);
/// Everything that a page loads, as it comes over the wire.
const MOST_BYTES = 200 * 1024;

export const looks = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "forced colours", forcedColors: "active" },
  { name: "320 px wide", viewport: { width: 320, height: 640 } },
  // 1280 by 1024 at 400 % is 320 by 256 CSS pixels.
  { name: "400 % zoom", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
];

const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

async function go(page, office, one) {
  const response = await page.goto(office.address + office.path(one.path));
  const status = response.status();
  if (status !== (one.status ?? 200)) throw new Error(`status ${status} at ${page.url()}`);
  return response;
}

export async function looksGood(browser, office, one, look) {
  const { name, ...options } = look;
  const { context, page } = await open(browser, office, one.as, options);
  try {
    await go(page, office, one);
    if (shots) {
      await page.screenshot({ path: `${shots}/${one.name} ${name}.png`, fullPage: true });
    }
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return null;
      const out = [...document.querySelectorAll("body *")].find(
        (e) => e.getBoundingClientRect().right > root.clientWidth + 1 &&
          !e.closest(".kern-table-responsive"),
      );
      return out ? out.outerHTML.slice(0, 120) : "something";
    });
    const found = violations.map(
      (v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 140)}`,
    );
    if (wide) found.push(`scrolls sideways: ${wide}`);
    if (found.length) throw new Error(found.join("\n      "));
  } finally {
    await context.close();
  }
}

// WCAG 2.2, 1.4.12: with more space between lines, words and letters nothing is cut off.
export async function bearsTextSpacing(browser, office, one) {
  const { context, page } = await open(browser, office, one.as, {
    viewport: { width: 640, height: 800 }, bypassCSP: true,
  });
  try {
    await go(page, office, one);
    await page.addStyleTag({
      content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`,
    });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main *, header *, footer *")]
        .filter((e) => {
          const style = getComputedStyle(e);
          return e.clientWidth > 1 && style.overflowX === "hidden" &&
            e.scrollWidth > e.clientWidth + 1;
        })
        .map((e) => e.outerHTML.slice(0, 100)));
    if (cut.length) throw new Error(`cut off: ${cut.join(", ")}`);
  } finally {
    await context.close();
  }
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
    // The style sheet's own way of naming.
    "valid-id": ["error", { relaxed: true }],
  },
});

export async function isValidHtml(browser, office, one) {
  const { context, page } = await open(browser, office, one.as);
  try {
    const text = await (await go(page, office, one)).text();
    const report = await htmlValidate.validateString(text);
    const found = report.results.flatMap((result) =>
      result.messages.map((m) => `${m.ruleId}: ${m.message} (${m.line}:${m.column}) ` +
        text.split("\n")[m.line - 1].slice(Math.max(0, m.column - 30), m.column + 60)));
    if (found.length) throw new Error(found.join("\n      "));
  } finally {
    await context.close();
  }
}

export async function isSmall(browser, office, one) {
  const { context, page } = await open(browser, office, one.as, { serviceWorkers: "block" });
  try {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
    await go(page, office, one);
    await page.waitForLoadState("networkidle");
    if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes`);
    if (bytes < 20_000) throw new Error(`${bytes} bytes: not everything was counted`);
    return `${Math.round(bytes / 1024)} kB`;
  } finally {
    await context.close();
  }
}

// What a screen reader is given, and where the tab key stops, as text to review.
export async function isAsReviewed(browser, office, one) {
  const { context, page } = await open(browser, office, one.as);
  try {
    await go(page, office, one);
    const tree = await page.locator("body").ariaSnapshot();
    const stops = [];
    await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
    for (let stop = 0; stop < 400; stop += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const seen = e.getBoundingClientRect();
        const name = (e.getAttribute("aria-label") || e.labels?.[0]?.textContent ||
          e.textContent || e.getAttribute("name") || "").trim().replace(/\s+/g, " ");
        return { text: `${e.tagName.toLowerCase()} ${name}`.slice(0, 110),
          seen: seen.width > 0 && seen.height > 0 };
      });
      if (!at) break;
      if (!at.seen) throw new Error(`an unseen stop: ${at.text}`);
      stops.push(at.text);
    }
    const id = /[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}/g;
    const text = `# Tab\n${stops.join("\n")}\n\n# Screen reader\n${tree}\n`.replace(id, "…");
    const file = new URL(`${one.name}.txt`, SNAPSHOTS);
    if (process.env.UPDATE || !existsSync(file)) {
      if (!process.env.UPDATE) throw new Error(`no snapshot ${one.name}.txt; UPDATE=1 writes it`);
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(file, text);
    }
    const reviewed = readFileSync(file, "utf8");
    if (reviewed !== text) {
      const [a, b] = [reviewed.split("\n"), text.split("\n")];
      const line = a.findIndex((one, place) => one !== b[place]);
      throw new Error(`differs from the snapshot in line ${line + 1}:\n      - ${a[line]}\n      + ${b[line]}`);
    }
  } finally {
    await context.close();
  }
}
