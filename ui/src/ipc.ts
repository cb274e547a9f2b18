/**
 * The one door to the Rust side, and the only file that knows @tauri-apps.
 * Every use case goes through `call`; its name, request and response types come from api.d.ts, which is generated from Rust.
 */
import { invoke } from "@tauri-apps/api/core";
import { listen as tauriListen } from "@tauri-apps/api/event";
import { signal } from "@preact/signals";
import type { AttachmentKind, Calls, PaperSize, Side, Verified } from "./api";
import { words } from "./words";

/** The name of a use case. */
export type Name = keyof Calls;
/** What a use case asks for. */
export type RequestOf<K extends Name> = Calls[K]["request"];
/** What a use case answers. */
export type ResponseOf<K extends Name> = Calls[K]["response"];

/** A refusal in words for the person in front of the screen. The UI shows `message` and branches on `code` alone. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly code: string,
    message: string,
    /** The request's field that needs a change, where there is one. */
    readonly field: string | null = null,
    /** For "Technical details", never for branching. */
    readonly detail: string | null = null,
  ) {
    super(message);
  }
}

/** How a command reaches Rust. Tests put their own in place. */
export type Transport = (command: string, args: Record<string, unknown>) => Promise<unknown>;
let transport: Transport = (command, args) => invoke(command, args);

/** Puts another transport in place and answers the one before, so that a test can put it back. */
export function setTransport(next: Transport): Transport {
  const before = transport;
  transport = next;
  return before;
}

/** Rises with every answer that changed something; `kinds` are those of the last one. Queries listen to it. */
export const changed = signal<{ count: number; kinds: readonly string[] }>({ count: 0, kinds: [] });

/** Tells every query on screen to ask again, for changes that came from elsewhere (the timer, a restored backup). */
export function markChanged(kinds: readonly string[]): void {
  brought.clear();
  changed.value = { count: changed.peek().count + 1, kinds };
}

/** Rises when an answer tells that the data file is damaged: the door has closed, and whoever stands at it asks why. */
export const shut = signal(0);

/** Use cases on their way, and who waits until there are none. */
let open = 0;
const waiting: (() => void)[] = [];

function close(): void {
  open -= 1;
  if (open === 0) for (const done of waiting.splice(0)) done();
}

/** Answers that came with the page: what the first screen asks, asked by the shell while the page was on its way. They hold until it stands, or until something changes. */
const brought = new Map<string, Answered<unknown>>();
const question = (name: string, request: unknown): string => `${name} ${JSON.stringify(request)}`;

/** Takes the answers that came with the page, as the shell wrote them into it. */
export function unpack(data: string | null | undefined): void {
  if (data === null || data === undefined) return;
  for (const { name, request, answer } of JSON.parse(data) as { name: string; request: unknown; answer: Answered<unknown> }[]) brought.set(question(name, request), answer);
}

/** Runs a use case. Rejects with an `ApiError` only. */
export async function call<K extends Name>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  const known = brought.get(question(name, request));
  if (known !== undefined) return (known as Answered<ResponseOf<K>>).output;
  open += 1;
  const answer = await send("call", { name, request: wellFormed(request) })
    .catch((error: ApiError) => {
      if (error.code === "damaged") shut.value += 1;
      throw error;
    })
    .finally(close);
  return taken(answer as Answered<ResponseOf<K>>);
}

interface Answered<T> {
  output: T;
  changed?: string[];
}

function taken<T>({ output, changed: kinds }: Answered<T>): T {
  if (kinds !== undefined && kinds.length > 0) markChanged(kinds);
  return output;
}

/** Counts something else on its way as well, such as a part of the window that is being fetched. */
export function during<T>(work: Promise<T>): Promise<T> {
  open += 1;
  return work.finally(close);
}

/** A drawn frame: the task after the browser's call before drawing. A window that nobody sees draws none, and is waited for no longer than a tenth of a second. */
const frame = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });

/** Comes when every question is answered and what was answered is drawn: a frame with nothing on its way. */
export async function settled(): Promise<void> {
  do {
    while (open > 0) await new Promise<void>((done) => waiting.push(done));
    await frame();
  } while (open > 0);
}

/** Where the window runs, as the shell tells it. */
export interface Environment {
  /** A tag that `Intl` understands, such as "en-GB". */
  locale: string;
  platform: string;
  version: string;
}

/** A file that was saved: the window knows its name, never its path. */
export interface SavedFile {
  token: string;
  name: string;
  /** The last part of the folder's path. */
  folder: string;
}

/** What a blank form is made from: a template, and whose name, logo and words stand on it. */
export interface BlankOf {
  template: string | null;
  relationship: string | null;
}

/** A file that was chosen: its name and what stands in it. */
export interface OpenedText {
  name: string;
  text: string;
}

/** How Fairlead stands on this desktop. */
export interface Standing {
  /** Whether it starts with the computer; null where its owner was not asked yet. */
  atLogin: boolean | null;
  /** Whether a tray shows it, so that it goes on when the window is closed. */
  tray: boolean;
}

/** A picture or PDF that was chosen: its name and its bytes in base64. */
export interface OpenedScan {
  name: string;
  base64: string;
}

/** What only a program on a desktop can do: the shell's own commands, beside the use cases. */
export const shell = {
  environment: () => send("environment", {}) as Promise<Environment>,
  /** The first screen can be used: the end of the start. */
  firstScreen: () => {
    brought.clear();
    return send("first_screen", {}) as Promise<null>;
  },
  copyText: (text: string) => send("copy_text", { text: wellFormed(text) }) as Promise<null>,
  /** Opens a message in the person's own mail program; nothing is sent. Only after they have seen it and said yes. */
  openMail: (to: string, subject: string, text: string) => send("open_mail", { to, subject: wellFormed(subject), text: wellFormed(text) }) as Promise<null>,
  /** Asks where to save a text, and saves it for its owner's eyes only. Null where the dialog was closed. */
  saveText: (name: string, text: string) => send("save_text", { name, text: wellFormed(text) }) as Promise<SavedFile | null>,
  /** Opens the desktop's print dialog for the page that is shown. */
  printPage: () => send("print_page", {}) as Promise<null>,
  /** Makes a paper of a relationship and asks where to save it; of the kind "signed" there is one for each version, the newest where none is named, of "session_summary" one for each session. Null where the dialog was closed. */
  savePaper: (kind: string, relationship: string, paper: PaperSize, version: number | null = null, layout: { landscape: boolean; handwriting: boolean } | null = null, session: string | null = null) =>
    send("save_paper", { kind, relationship, paper, ...(version === null ? {} : { version }), ...(layout === null ? {} : { layout }), ...(session === null ? {} : { session }) }) as Promise<SavedFile | null>,
  /** Asks for a picture and keeps it as the logo of a relationship's programme. False where the dialog was closed. */
  chooseLogo: async (relationship: string) => {
    const answer = (await send("choose_logo", { relationship })) as Answered<ResponseOf<"programme.logo.set">> | null;
    if (answer !== null) taken(answer);
    return answer !== null;
  },
  /** Asks for a file, such as a CV, and adds it to a relationship. False where the dialog was closed. */
  chooseAttachment: async (relationship: string, kind: AttachmentKind, side: Side | null = null, about: string | null = null) => {
    const answer = (await send("choose_attachment", { relationship, kind, ...(side === null ? {} : { side }), ...(about === null ? {} : { about }) })) as Answered<ResponseOf<"attachment.add">> | null;
    if (answer !== null) taken(answer);
    return answer !== null;
  },
  /** Saves a copy of such a file where the person says. Null where the dialog was closed. */
  saveAttachment: (relationship: string, attachment: string) => send("save_attachment", { relationship, attachment }) as Promise<SavedFile | null>,
  /** Saves a template as a file where the person says. Null where the dialog was closed. */
  saveTemplate: (template: string) => send("save_template", { template }) as Promise<SavedFile | null>,
  /** Makes a blank form of a template and asks where to save it. Null where the dialog was closed. */
  saveBlank: (kind: string, of: BlankOf, paper: PaperSize) => send("save_blank", { kind, of, paper }) as Promise<SavedFile | null>,
  /** Asks for a file and reads it; nothing of it is taken in. Null where the dialog was closed. */
  openTemplate: () => send("open_template", {}) as Promise<OpenedText | null>,
  /** Asks for a scan or photo of a signed page (PNG, JPEG, PDF) and reads it. Null where the dialog was closed. */
  openScan: () => send("open_scan", {}) as Promise<OpenedScan | null>,
  /** Opens the scan of a signature by hand with the program that the system uses for such files. */
  showScan: (relationship: string, sha256: string) => send("show_scan", { relationship, sha256 }) as Promise<null>,
  /** Opens a saved file with the program that the system uses for it. */
  openSaved: (token: string) => send("open_saved", { token }) as Promise<null>,
  /** Shows a saved file in its folder. */
  showSaved: (token: string) => send("show_saved", { token }) as Promise<null>,
  /** Asks for a PDF and verifies it; nothing of it is taken in. Null where the dialog was closed. */
  verifyFile: () => send("verify_file", {}) as Promise<Verified | null>,
  /** Verifies the PDF that was dropped on the window last. Null where none was. */
  verifyDropped: () => send("verify_dropped", {}) as Promise<Verified | null>,
  /** Takes the wish to close back: something is not saved, and its owner decides. */
  keepOpen: () => send("keep_open", {}) as Promise<null>,
  /** How Fairlead stands on this desktop. */
  standing: () => send("background_standing", {}) as Promise<Standing>,
  /** Starts Fairlead with the computer from now on, or no more. */
  startAtLogin: (on: boolean) => send("start_at_login", { on }) as Promise<Standing>,
  /** Shows a notification on trial. True where the desktop said that it has it; some do not tell. */
  tryNotification: async () => ((await send("try_notification", {})) as { confirmed: boolean }).confirmed,
  quit: () => send("quit", {}) as Promise<null>,
};

/** Hears what the shell calls out: an address to show, or the wish to close. Answers how to stop; without a shell there is nothing to hear. */
export async function listen<T>(event: "open-route" | "close-requested" | "changed", heard: (payload: T) => void): Promise<() => void> {
  try {
    return await tauriListen<T>(event, ({ payload }) => heard(payload));
  } catch {
    return () => undefined;
  }
}

async function send(command: string, args: Record<string, unknown>): Promise<unknown> {
  try {
    return await transport(command, args);
  } catch (error) {
    throw apiError(error);
  }
}

/** Any rejection as an `ApiError`: a refusal keeps its words, anything else is told as what it is, with its detail kept. */
export function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
    const { code, message, field } = error as { code: unknown; message: unknown; field?: unknown };
    return new ApiError(String(code), String(message), typeof field === "string" ? field : null);
  }
  return new ApiError("unexpected", words.errors.unexpected, null, error instanceof Error ? error.message : String(error));
}

/** Half a surrogate pair (a cut emoji, a broken paste) cannot travel as JSON; it becomes the replacement character. */
export function wellFormed<T>(value: T): T {
  if (typeof value === "string") return toWellFormed(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => wellFormed(each)) as T;
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)])) as T;
  }
  return value;
}

function toWellFormed(text: string): string {
  // A lone surrogate is the only thing the u flag's \p{Cs} still matches.
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
