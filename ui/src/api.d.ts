// Drafted by hand to the agreed names until Rust writes this file.
export type Side = "mentor" | "mentee";
export type Standing = "open" | "agreed" | "not_for_us";
export interface Calls {
  "start.state": { request: Record<string, never>; response: { gate: string; firstRun: boolean; message: string | null } };
  "date.read": { request: { text: string }; response: { date: string; words: string } };
  "undo.state": { request: { relationship: string }; response: { back: string | null; forward: string | null } };
  "undo.back": { request: { relationship: string }; response: { words: string } };
  "undo.forward": { request: { relationship: string }; response: { words: string } };
}
