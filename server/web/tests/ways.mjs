// Ways through the pages, each in an office of its own.
import { inTheBrowser } from "./ways/browser.mjs";
import { throughTheMonth } from "./ways/month.mjs";
import { signingIn } from "./ways/sign_in.mjs";

export const ways = [...throughTheMonth, ...signingIn, ...inTheBrowser];
