/** A Rust side for signing, versions and keys: enough memory that two people can sign, take back, confirm and compare. */
import type { Calls, ComparedChange, FingerprintView, KeysView, OnScreen, Ready, Side, SignatureView, Signing, TimeWords, VersionView } from "../../../ui/src/api";
import { type AgreementDesk, agreementDesk, fixture } from "./agreement";
import type { Answerer } from "./browser";

const refuse = (code: string, message: string, field: string | null = null): never => {
  throw { code, message, field };
};
const hexOf = (number: number): string => String(number).repeat(8).padEnd(64, "a91f22c07b3e");
const FOUR = [["river", "lemon", "copper", "anchor"], ["olive", "garden", "ticket", "marble"], ["winter", "salmon", "ladder", "cherry"]];
const print = (number: number, four: number): FingerprintView => ({ hex: hexOf(number), short: hexOf(number).slice(0, 8), words: FOUR[four] ?? [] });
const time = (minute: number): TimeWords => ({ at: `2026-03-24T10:${minute}:00+00:00`, words: `Tuesday 24 March 2026, 10:${minute} (Europe/London)` });

export interface SigningDesk {
  agreement: AgreementDesk;
  ready: Ready;
  /** Who has the computer. */
  here: Side;
  /** The newest first. */
  versions: VersionView[];
  changes: ComparedChange[];
  keys: KeysView;
  /** What was attached to a signature by hand. */
  scan: "png" | "pdf";
  /** Every call in its order. */
  asked: { name: string; request: Record<string, unknown> }[];
  answer: Answerer;
}

const CHANGES: ComparedChange[] = [
  {
    section: "template.5", title: "Meeting plan", label: "How long", place: { kind: "answer", field: "template.5.length_minutes", side: null }, sentence: "Meeting plan: “How long” was worded anew.", side: null, kind: "changed", before: "Each meeting lasts an hour.", after: "Each meeting lasts an hour and a half.",
    pieces: [{ change: "same", text: "Each meeting lasts an hour" }, { change: "added", text: " and a half" }, { change: "same", text: "." }],
  },
  { section: "area.7", title: "Limits", label: "", place: null, sentence: "Limits was taken out.", side: "mentor", kind: "removed", before: "We do not talk about pay.", after: "", pieces: [{ change: "removed", text: "We do not talk about pay." }] },
  { section: "own-1", title: "Conference season", label: "", place: null, sentence: "Conference season is new.", side: null, kind: "added", before: "", after: "In May and June we meet on the train.", pieces: [{ change: "added", text: "In May and June we meet on the train." }] },
];

/** Where the two are: not ready, ready, signed by one of them, by both, changed since, or with a key that is another one now. */
export type Begun = "open" | "ready" | "half" | "signed" | "changed" | "key";

export function signingDesk(begun: Begun = "ready"): SigningDesk {
  const agreement = agreementDesk();
  const { mentee, mentor } = agreement.product.relationships[0] ?? refuse("test", "no relationship");
  const names: Record<Side, string> = { mentee: mentee.name, mentor: mentor.name };
  const owner: Side = mentee.owner ? "mentee" : "mentor";
  const other: Side = owner === "mentee" ? "mentor" : "mentee";
  const self: SigningDesk = {
    agreement,
    ready: { ready: true, missing: [], talking: [], names: [], suggestions: [] },
    here: owner,
    versions: [],
    changes: CHANGES,
    keys: { own: print(4, 1), partner: [] },
    scan: "png",
    asked: [],
    answer: async (name, request) => {
      self.asked.push({ name, request });
      if (name === "open_scan") return self.scan === "pdf" ? { name: "signed pages.pdf", base64: "JVBERi0=" } : { name: "signed page.png", base64: PICTURE };
      if (name === "show_scan") return null;
      const use = uses[name as keyof Calls];
      if (use === undefined) return agreement.answer(name, request);
      const before = JSON.stringify([self.here, self.versions, self.keys]);
      const output = use(request as never);
      return { output: structuredClone(output), changed: before === JSON.stringify([self.here, self.versions, self.keys]) ? [] : ["versions"] };
    },
  };
  const waiting = (): VersionView | undefined => self.versions.find((each) => each.state === "waiting");
  const signed = (): VersionView | undefined => self.versions.find((each) => each.state === "signed");
  const freeze = (): void => {
    const number = (signed()?.number ?? 0) + 1;
    self.versions = self.versions.filter((each) => each.state !== "waiting");
    self.versions.unshift({
      id: `v${number}-${self.versions.length}`, number, state: "waiting", words: "Nobody has signed it yet.", fingerprint: print(number, number - 1), frozen: time(10), signed: null,
      people: (["mentee", "mentor"] as const).map((side) => ({ side, name: names[side], key: print(side === owner ? 4 : 5, side === owner ? 1 : 2), keptHere: true, signature: null })),
    });
  };
  /** What follows from the signatures. */
  const settle = (): Signing => {
    const open = waiting();
    const signatures = open?.people.map((each) => each.signature) ?? [];
    const unsigned = open?.people.filter((each) => each.signature === null) ?? [];
    if (open !== undefined && unsigned.length === 0 && signatures.every((each) => each?.waitsForConfirmation === false)) {
      open.state = "signed";
      open.signed = time(30);
      open.words = `Signed by both, Tuesday 24 March 2026, version ${open.number}`;
    } else if (open !== undefined && unsigned.length === 1) open.words = `Waiting for ${unsigned[0]?.name ?? ""}’s signature`;
    else if (open !== undefined && unsigned.length === 0) open.words = "A signature on paper waits to be confirmed";
    const now = waiting();
    const confirming = now?.people.filter((each) => now.people.some((one) => one.side !== each.side && one.signature?.waitsForConfirmation === true)) ?? [];
    return {
      next: now === undefined ? "check" : unsigned.length === 2 ? "first" : unsigned.length === 1 ? "second" : "confirm",
      waitingFor: (unsigned.length > 0 ? unsigned : confirming).map((each) => each.side),
      version: now ?? null,
      document: now === undefined ? null : fixture<OnScreen>("document").document,
      statement: "I have read this version, and I agree to it and mean to keep to it.",
      proof: ["It shows that the text is the same, to the letter, as when both of you signed it.", `It does not show that ${names[other]} was at this computer: both keys are kept on it.`],
      signed: signed() ?? null,
      atComputer: now === undefined ? owner : self.here,
    };
  };
  const sign = (side: Side, more: Partial<SignatureView> = {}): void => {
    const person = waiting()?.people.find((each) => each.side === side);
    if (person !== undefined) person.signature = { id: `s-${side}`, name: names[side], kind: "typed", how: "by typing the name", at: time(side === owner ? 15 : 20), drawing: null, paper: null, confirmed: null, waitsForConfirmation: more.kind === "on_paper", ...more };
  };
  const found = (number: number): VersionView => self.versions.find((each) => each.number === number && each.state === "signed") ?? refuse("not_found", "There is no such version. Nothing was changed.", "version");
  const uses: { [K in keyof Calls]?: (request: Calls[K]["request"]) => Calls[K]["response"] } = {
    "agreement.ready": () => self.ready,
    "signing.get": () => settle(),
    "signing.begin": () => {
      freeze();
      return settle();
    },
    "signing.open": () => settle(),
    "signing.hand_over": ({ side }) => {
      if (waiting() === undefined) refuse("no_version", "No version is waiting to be signed. Nothing was changed.");
      self.here = side;
      return settle();
    },
    "signing.sign": ({ side, name, kind, drawing, paper }) => {
      if (/[А-я]/.test(name)) refuse("mixed_scripts", `“${name}” mixes letters of two scripts in one word. Nothing was signed. Type it again.`, "name");
      if (name.trim() !== names[side]) refuse("name_differs", `The agreement names ${names[side]}. Nothing was signed. Type the name as it stands there.`, "name");
      sign(side, { kind, drawing: drawing ?? null, paper: paper == null ? null : { signedOn: paper.signedOn, scan: paper.scan == null ? null : { sha256: "ab".repeat(32), mime: self.scan === "pdf" ? "application/pdf" : "image/png", bytes: 70 } } });
      return settle();
    },
    "signing.scan": () =>
      self.scan === "pdf"
        ? { name: "signed pages.pdf", mime: "application/pdf", words: "PDF, 2 pages, 340 kB", base64: "JVBERi0=" }
        : { name: "signed page.png", mime: "image/png", words: "PNG picture, 840 bytes", base64: PICTURE },
    "signing.confirm": ({ signature }) => {
      for (const each of waiting()?.people ?? []) if (each.signature?.id === signature) Object.assign(each.signature, { confirmed: time(25), waitsForConfirmation: false });
      return settle();
    },
    "signing.withdraw": () => {
      const open = waiting() ?? refuse("signed_by_both", "Both of you have signed. Nothing was changed.");
      open.state = "withdrawn";
      open.words = "Taken back, Tuesday 24 March 2026";
      self.here = owner;
      return settle();
    },
    "version.list": () => {
      const last = signed();
      const changes = last === undefined ? null : begun === "changed" ? self.changes.length : 0;
      return { versions: self.versions, draft: { number: (last?.number ?? 0) + 1, changes, words: changes === null ? "Nobody has signed it yet." : changes === 0 ? "It says what version 1 says." : `${changes} changes since version 1.` } };
    },
    "version.get": ({ version }) => ({
      version: found(version),
      document: fixture<OnScreen>("document").document,
      record: [{ at: "2026-03-24T10:10:00+00:00[Europe/London]", what: "frozen", role: null, words: "Tuesday 24 March 2026, 10:10: the text was frozen to be signed." }, { at: "2026-03-24T10:15:00+00:00[Europe/London]", what: "signed", role: owner, words: `Tuesday 24 March 2026, 10:15: ${names[owner]} signed.` }],
      proof: settle().proof,
    }),
    "version.compare": ({ from, to }) => {
      const name = (number: number | null | undefined) => (number == null ? { number: 2, draft: true, title: "Version 2, draft" } : { number, draft: false, title: `${`Version ${found(number).number}`}, signed Tuesday 24 March 2026` });
      const changes = begun === "changed" && from !== to ? self.changes : [];
      return {
        from: name(from), to: name(to), changes,
        sections: [
          { section: "template.5", title: "5, Meeting plan", changed: changes.length > 0, before: ["Each meeting lasts an hour."], after: ["Each meeting lasts an hour and a half."] },
          { section: "template.6", title: "6, Contact between meetings", changed: false, before: ["Between meetings we write."], after: ["Between meetings we write."] },
          { section: "own-1", title: "Conference season", changed: changes.length > 0, before: [], after: ["In May and June we meet on the train."] },
        ],
      };
    },
    "version.amendments": () => ({ amendments: begun === "changed" ? [{ version: 2, signed: null, text: "Meeting plan, How long: an hour and a half instead of an hour.", route: "/relationship/ex/agreement/template.5" }] : [] }),
    "version.restore": () => ({ open: [], decided: [], people: [], id: null, standing: null }),
    "key.get": () => self.keys,
    "key.confirm": ({ key }) => {
      for (const each of self.keys.partner) if (each.key === key) Object.assign(each, { state: "confirmed", words: "You compared it by voice on Saturday 21 November 2026." });
      return self.keys;
    },
  };
  if (begun === "open") {
    self.ready = {
      ready: false,
      missing: [{ code: "required", section: "area.5", title: "When an answer does not come", field: "area.5.silence_weeks", side: null, label: "How long a silence is too long", why: "This is needed before you sign.", route: "/relationship/ex/agreement/area.5" }],
      talking: [
        { section: "area.7", title: "Limits", route: "/relationship/ex/agreement/area.7" },
        { section: "area.10", title: "Expectations", route: "/relationship/ex/agreement/area.10" },
        { section: "area.14", title: "Conclusion", route: "/relationship/ex/agreement/area.14" },
      ],
      names: [{ code: "mixed_scripts", side: other, why: "One word of it mixes letters of two scripts. Write it again.", route: "/relationship/ex" }],
      suggestions: [{ suggestion: "sg1", section: "area.13", title: "Relationship feedback", label: "How", side: other, name: names[other], why: `${names[other]} waits for ${names[owner]} to decide it.`, route: "/relationship/ex/agreement/area.13" }],
    };
  }
  if (["half", "signed", "changed", "key"].includes(begun)) {
    freeze();
    sign(owner);
    if (begun !== "half") sign(other, { kind: "drawn", how: "by drawing", drawing: { width: 600, height: 200, strokes: [[[40, 140], [90, 60], [150, 150], [210, 70], [300, 130]], [[330, 100], [480, 96]]] } });
  }
  if (begun === "key") {
    for (const version of self.versions) for (const person of version.people) if (person.side === other) person.keptHere = false;
    self.keys.partner = [
      { key: hexOf(6), fingerprint: print(6, 0), state: "confirmed", seen: time(10), words: "You compared it by voice on Wednesday 11 March 2026." },
      { key: hexOf(7), fingerprint: print(7, 2), state: "changed", seen: time(40), words: `${names[other]}’s key is another one than the one you have known since 11 March 2026. What it signed counts for nothing until you have compared the four words by voice.` },
    ];
  }
  settle();
  return self;
}

/** A picture of one point. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
