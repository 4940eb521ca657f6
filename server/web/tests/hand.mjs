// Hands that work on a page: a keyboard alone, which counts what it costs, and
// a pointer for browsers without JavaScript.
export function expect(condition, what) {
  if (!condition) throw new Error(what);
}

async function follows(page, name, act) {
  try {
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), act()]);
  } catch (error) {
    throw new Error(`“${name}” leads nowhere at ${page.url()}: ${error.message.split("\n")[0]}`);
  }
}

// What has the focus, as it is called.
const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  return (e?.labels?.[0]?.textContent || e?.textContent || "").trim().replace(/\s+/g, " ");
});

// A keyboard alone. `inputs` counts every press of the tab key and of Enter;
// with one switch and automatic scanning the tabs are steps that one waits for,
// and only `presses` are made.
// `arrived` looks at every page that it comes to.
export function keyboard(page, arrived = () => {}) {
  const hand = {
    inputs: 0,
    presses: 0,
    async reach(name, most = 250) {
      for (let tabs = 1; tabs <= most; tabs += 1) {
        await page.keyboard.press("Tab");
        hand.inputs += 1;
        const at = await focused(page);
        if (name instanceof RegExp ? name.test(at) : at.startsWith(name)) return;
      }
      throw new Error(`the tab key does not reach “${name}” at ${page.url()}`);
    },
    async enter() {
      hand.inputs += 1;
      hand.presses += 1;
      await page.keyboard.press("Enter");
    },
    // Follows a link or sends a form.
    async press(name) {
      await hand.reach(name);
      await follows(page, name, hand.enter);
      await arrived(page);
    },
    async type(label, text) {
      await hand.reach(label);
      await page.keyboard.type(text);
    },
    async load(name) {
      await hand.reach(name);
      const [download] = await Promise.all([page.waitForEvent("download"), hand.enter()]);
      return download;
    },
  };
  return hand;
}

// A pointer. Nothing in it needs a script of the page.
export function pointer(page) {
  const named = (name) => page.getByRole("link", { name, disabled: false })
    .or(page.getByRole("button", { name })).first();
  return {
    press: (name) => follows(page, name, () => named(name).click()),
    type: (label, text) => page.getByLabel(label).first().fill(text),
    async load(name) {
      const [download] = await Promise.all([page.waitForEvent("download"), named(name).click()]);
      return download;
    },
  };
}

// A passkey that always says yes, as a phone's own would after a fingerprint.
export async function authenticator(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true,
      hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
}
