// The office's pages in a real browser. Usage: node run.mjs PROGRAM [WORD…]
// PROGRAM is the example `web_office` of assistenz-server. With words, only tests
// whose name holds one of them run. UPDATE=1 writes the snapshots, SHOTS=FOLDER
// keeps a picture of every page in every look.
import { bearsTextSpacing, isAsReviewed, isSmall, isValidHtml, looks, looksGood } from "./checks.mjs";
import { startBrowser, startOffice } from "./office.mjs";
import { pages } from "./pages.mjs";
import { ways } from "./ways.mjs";

const [program, ...words] = process.argv.slice(2);
const office = await startOffice(program);
const browser = await startBrowser();

const tests = pages.flatMap((one) => [
  ...looks.map((look) => [`${one.name}: ${look.name}`, () => looksGood(browser, office, one, look)]),
  [`${one.name}: bears more space in the text`, () => bearsTextSpacing(browser, office, one)],
  [`${one.name}: is valid HTML`, () => isValidHtml(browser, office, one)],
  [`${one.name}: is small`, () => isSmall(browser, office, one)],
  ...(one.snapshot === false ? [] :
    [[`${one.name}: tab order and screen reader are as reviewed`, () => isAsReviewed(browser, office, one)]]),
]);
tests.push(...ways.map(([name, way]) => [name, () => way(browser, office)]));

let passed = 0;
let failed = 0;
for (const [name, test] of tests) {
  if (words.length && !words.some((word) => name.includes(word))) continue;
  try {
    const told = await test();
    passed += 1;
    console.log(`ok      ${name}${told ? ` (${told})` : ""}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n      ${error.message}`);
  }
}
await browser.close();
await office.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
