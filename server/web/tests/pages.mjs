// Every page that is looked at: one line each. `as` is a role; `{person}` is an
// assistant, `{month}` the month of the demo. `snapshot: false` only where a page
// shows what is drawn anew each time.
export const pages = [
  { name: "anmelden", path: "/anmelden" },
  { name: "barrierefreiheit", path: "/barrierefreiheit" },
  { name: "darstellung", path: "/darstellung", as: "employer" },
  { name: "ohne-netz", path: "/ohne-netz" },
  { name: "nicht-da", path: "/gibt-es-nicht", as: "employer", status: 404 },
  { name: "heute", path: "/heute", as: "employer" },
  { name: "heute-vertretung", path: "/heute", as: "deputy" },
  { name: "heute-assistenz", path: "/heute", as: "assistant" },
  { name: "heute-lohnbuero", path: "/heute", as: "payroll_office" },
  { name: "einstellungen", path: "/einstellungen", as: "employer" },
  { name: "zugang", path: "/einstellungen/zugang", as: "employer", snapshot: false },
  { name: "kennwort", path: "/einstellungen/zugang/kennwort", as: "employer", snapshot: false },
  { name: "anmeldelink", path: "/zugang/{person}", as: "employer" },
  { name: "plan", path: "/plan/{month}", as: "employer" },
];
