// The office's pages in a real browser. Usage: node run.mjs PROGRAM [WORD…]
// PROGRAM is the example `web_office` of assistenz-server. With words, only pages
// and ways whose name holds one of them. UPDATE=1 writes the snapshots,
// SHOTS=FOLDER keeps a picture of every page in every look, LANES=N works on so
// many pages at once.
import { cpus } from "node:os";
import { visit } from "./checks.mjs";
import { liveMonth, open, startBrowser } from "./office.mjs";
import { pages } from "./pages.mjs";
import { ways } from "./ways.mjs";

const [program, ...words] = process.argv.slice(2);
const wanted = (name) => !words.length || words.some((word) => name.includes(word));
const began = Date.now();
const [month, browser] = await Promise.all([liveMonth(program), startBrowser()]);

let [passed, failed] = [0, 0];
const tell = (name, error, note) => {
  if (error) failed += 1;
  else passed += 1;
  console.log(error ? `FAILED  ${name}\n      ${error.message}` : `ok      ${name}${note ? ` (${note})` : ""}`);
};

// A way changes what is there: each has an office of its own. Pages are only
// looked at, all in the same one.
const jobs = ways.filter(([name]) => wanted(name)).map(([name, way]) => async () => {
  const office = await month.start();
  try {
    tell(name, null, await way(browser, office));
  } catch (error) {
    tell(name, error);
  } finally {
    await office.stop();
  }
});
const office = await month.start();
// Whoever signs in writes into the log: always in the same order.
for (const as of new Set(pages.map((one) => one.as).filter(Boolean))) {
  await (await open(browser, office, as)).context.close();
}
jobs.push(...pages.filter((one) => wanted(one.name)).map((one) => async () => {
  const notes = [];
  const before = failed;
  await visit(browser, office, one, (check, error, note) => {
    if (error) return tell(`${one.name}: ${check}`, error);
    passed += 1;
    notes.push(note ?? check);
  });
  if (failed === before) console.log(`ok      ${one.name}: ${notes.join(", ")}`);
}));
const lane = async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await job();
};
await Promise.all(Array.from({ length: Number(process.env.LANES) || Math.max(2, cpus().length) }, lane));

await browser.close();
await office.stop();
month.forget();
console.log(`${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(failed || !passed ? 1 : 0);
