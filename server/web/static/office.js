// What a little script adds to pages that work without it: passkeys, drafts of
// forms, visited pages without a network, and the focus on what was refused.
(() => {
  "use strict";

  // --- bytes and base64url, as WebAuthn's JSON writes them -------------------
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withBytes = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const answerToNew = async (options) => {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey });
    return {
      id: made.id, rawId: text(made.rawId), type: made.type,
      extensions: made.getClientExtensionResults(),
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const answerTo = async (options) => {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    };
    const shown = await navigator.credentials.get({ publicKey });
    return {
      id: shown.id, rawId: text(shown.rawId), type: shown.type,
      extensions: shown.getClientExtensionResults(),
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
      },
    };
  };

  const passkeys = (form) => {
    if (!window.PublicKeyCredential) return;
    form.querySelectorAll(".office-needs-script").forEach((one) => { one.hidden = true; });
    let refused = false;
    const failed = form.querySelector("[data-passkey-failed]");
    form.addEventListener("submit", async (event) => {
      const answer = form.elements.namedItem("antwort");
      // The second try without the passkey is a choice that the text offers.
      if (answer.value || (refused && "mayDoWithout" in form.dataset)) return;
      event.preventDefault();
      failed.hidden = true;
      try {
        const asked = await fetch(form.dataset.ask, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
        });
        // Whatever is in the way (sign in again, show who you are): the form's
        // own answer tells it, with everything typed.
        if (!asked.ok) return form.submit();
        const { question, options } = await asked.json();
        const ways = { create: answerToNew, get: answerTo };
        const given = await ways[form.dataset.passkey](options);
        form.elements.namedItem("frage").value = question;
        answer.value = JSON.stringify(given);
        form.submit();
      } catch {
        refused = true;
        failed.hidden = false;
      }
    });
  };
  document.querySelectorAll("form[data-passkey]").forEach(passkeys);

  // --- drafts: what is typed and not yet sent stays in this tab --------------
  const draftOf = (form) => `entwurf ${location.pathname} ${form.getAttribute("action")}`;
  const kept = (field) =>
    field.name && !["hidden", "password", "submit", "button"].includes(field.type) &&
    field.autocomplete !== "one-time-code" && field.autocomplete !== "off";
  const drafts = (form) => {
    const refused = document.getElementById("fehler");
    let draft = null;
    try { draft = JSON.parse(sessionStorage.getItem(draftOf(form))); } catch { /* none */ }
    const fields = [...form.elements].filter(kept);
    if (fields.length === 0) return;
    // A refused form holds what was typed already.
    if (draft && !refused) {
      fields.forEach((field, place) => {
        const value = draft[`${place} ${field.name}`];
        if (value === undefined) return;
        if (field.type === "checkbox" || field.type === "radio") field.checked = value;
        else field.value = value;
      });
    }
    form.addEventListener("input", () => {
      const now = {};
      fields.forEach((field, place) => {
        const box = field.type === "checkbox" || field.type === "radio";
        now[`${place} ${field.name}`] = box ? field.checked : field.value;
      });
      try { sessionStorage.setItem(draftOf(form), JSON.stringify(now)); } catch { /* full */ }
    });
    form.addEventListener("submit", () => {
      if (navigator.onLine) sessionStorage.removeItem(draftOf(form));
    });
  };
  document.querySelectorAll("main form[method=post]").forEach(drafts);
  document.querySelectorAll("form[action='/abmelden']").forEach((form) =>
    form.addEventListener("submit", () => sessionStorage.clear()));

  // --- the focus goes to what was refused, as a screen reader expects --------
  document.getElementById("fehler")?.focus();

  // --- a table that fits is no stop of the tab key, and no region beside itself
  const tables = Array.from(document.querySelectorAll(".kern-table-responsive"),
    (one) => [one, one.getAttribute("aria-label")]);
  const stops = () => tables.forEach(([one, name]) => {
    if (one.scrollWidth > one.clientWidth) {
      one.tabIndex = 0;
      one.setAttribute("aria-label", name);
    } else {
      one.removeAttribute("tabindex");
      one.removeAttribute("aria-label");
    }
  });
  addEventListener("resize", stops);
  document.addEventListener("toggle", stops, true);
  document.fonts.ready.then(stops);

  // --- says when there is no network -----------------------------------------
  const offline = document.getElementById("ohne-netz");
  const tell = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();

  // --- visited pages can be read without a network ---------------------------
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/dienst.js").catch(() => {});
  }
  const list = document.getElementById("besucht");
  if (list && "caches" in window) {
    (async () => {
      const cache = await caches.open("seiten");
      for (const request of await cache.keys()) {
        const page = await (await cache.match(request)).text();
        const title = new DOMParser().parseFromString(page, "text/html").title;
        const link = document.createElement("a");
        link.href = request.url;
        link.className = "kern-link";
        link.textContent = title;
        const item = document.createElement("li");
        item.append(link);
        list.append(item);
        document.getElementById("besucht-keine").hidden = true;
      }
    })();
  }
})();
