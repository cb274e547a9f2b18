/**
 * Every word of the window, in one place. Second person, calm, no blame; the other person by name.
 * Words that Rust sends (reasons, refusals, guidance, paper) are not here.
 */
const named = (names: readonly string[]): string => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

export const words = {
  app: "Fairlead",
  optional: "(optional)",
  yes: "Yes",
  no: "No",
  close: "Close",
  cancel: "Cancel",
  next: "Next",
  back: "Back",
  save: {
    idle: "Everything you write is saved on this computer",
    now: "Saving…",
    saved: (time: string) => `Saved on this computer, ${time}`,
    first: "Saved on this computer. From now on this happens by itself.",
    already: "Already saved. This happens by itself.",
    failed: (why: string) => `Not saved. ${why}`,
    copy: "Copy my text",
  },
  tryAgain: "Try again",
  copied: "Copied.",
  notCopied: "Copying did not work. Mark the text and press Ctrl+C or Cmd+C.",
  names: named,
  pair: (a: string, b: string) => `${a} and ${b}`,
  side: { mentor: "mentor", mentee: "mentee" },
  standing: { agreed: "Agreed", open: "Still talking", not_for_us: "Doesn’t apply to us", untouched: "Not yet" },
  number: {
    unread: "Write a whole number, for example 3.",
    outside: (min: number, max: number) => (max > 1_000_000 ? `Write a number from ${min} up.` : `Write a number from ${min} to ${max}.`),
  },
  combo: { none: "Nothing fits. Try fewer letters." },
  date: {
    hint: "For example 26/11/2026 or 26 Nov",
    open: (label: string) => `Choose from a calendar: ${label}`,
    chips: (label: string) => `Quick choices: ${label}`,
  },
  calendar: {
    yearBack: "Previous year",
    monthBack: "Previous month",
    monthOn: "Next month",
    yearOn: "Next year",
    today: (date: string) => `Today, ${date}`,
    chooseToday: "Today",
  },
  order: {
    up: (name: string) => `Move up: ${name}`,
    down: (name: string) => `Move down: ${name}`,
    moved: (name: string, place: number, of: number) => `${name} moved to position ${place} of ${of}`,
    end: (name: string, way: "up" | "down") => `${name} is already ${way === "up" ? "first" : "last"}`,
  },
  undo: {
    plain: "Undo",
    back: (what: string) => `Undo: ${what}`,
    forward: (what: string) => `Redo: ${what}`,
    nothingBack: "Nothing to undo",
    nothingForward: "Nothing to redo",
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
  },
  errors: {
    unexpected:
      "Something went wrong that we did not foresee. What you saved is still on this computer. Try again; if it happens again, close Fairlead and open it once more.",
    details: "Technical details",
    summary: (count: number) => (count === 1 ? "One thing needs a change" : `${count} things need a change`),
  },
  frame: {
    skip: "Skip to the page",
    main: "Main",
    more: "More",
    menu: "Menu",
    places: "Where you are",
    goBack: "Back",
    goForward: "Forward",
    today: "Today",
    relationships: "Relationships",
    people: "People",
    reminders: "Reminders",
    settings: "Settings",
    help: "Help",
  },
  missing: {
    title: "This page is not here",
    body: "The address leads nowhere. It may belong to something that was removed. Nothing of yours was changed.",
    home: "Go to Today",
  },
};
