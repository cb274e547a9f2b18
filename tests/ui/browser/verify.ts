/** What the Rust side answers of signed papers: the three verdicts, each as the core words it. */
import type { Verified } from "../../../ui/src/api";
import type { Answerer } from "./browser";
import { product } from "./product";

const valid: Verified = {
  file: "Agreement - Priya and Tom - version 1 signed.pdf",
  size: "97 KB",
  verdict: "valid",
  title: "Genuine and unchanged",
  code: "valid",
  sentence: {
    happened: "This paper is genuine and unchanged: Priya Shah and Tom Okafor both signed version 1.",
    safe: "Every letter of the text and every page is as it was signed.",
    next: "Keep the file as it is; reading, printing and sending it change nothing.",
  },
  findings: [{ code: "later_version", weight: "note", side: null, text: "Version 2 was signed since, on Tuesday 2 June 2026." }],
  agreement: { relationship: "r1", version: 1, between: "Priya Shah and Tom Okafor", frozen: "Tuesday 24 March 2026, 10:00" },
  fingerprint: "2addcd4ab45aa14619b8f2bc41b73bea65dc1ee0908249408724ace76a5fa4c1",
  words: ["river", "lemon", "copper", "anchor"],
  signers: [
    {
      side: "mentee", role: "Mentee", name: "Priya Shah", kind: "Name typed", at: "Tuesday 24 March 2026, 10:15 (Europe/London, UTC+0)",
      keyWords: ["ocean", "ticket", "velvet", "plastic"], key: "9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015", standing: "own",
      standingText: "This is your own key.", textSignature: true, pdfSignature: true,
    },
    {
      side: "mentor", role: "Mentor", name: "Tom Okafor", kind: "Drawn on the screen", at: "Tuesday 24 March 2026, 11:21 (Africa/Lagos, UTC+1)",
      keyWords: ["garden", "monkey", "silver", "window"], key: "1f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015", standing: "kept_here",
      standingText: "This key is kept on this computer: Tom Okafor signed here.", textSignature: true, pdfSignature: true,
    },
  ],
  differing: [],
  record: [
    { at: "Monday 9 March 2026, 09:00", words: "Priya Shah set up the relationship" },
    { at: "Tuesday 24 March 2026, 10:15", words: "Priya Shah signed" },
  ],
};

const changed: Verified = {
  ...valid,
  verdict: "not_valid",
  title: "Not valid",
  code: "text_differs",
  sentence: {
    happened: "The text in this paper is not the text that was signed. It differs in “Area 5, Contact”.",
    safe: "Nothing was changed: Fairlead only looked at the file.",
    next: "Ask for the file as it was when both had signed, or save it again from Fairlead on the computer where it was signed.",
  },
  findings: [
    { code: "text_differs", weight: "fault", side: null, text: "The text in this paper is not the text that was signed. It differs in “Area 5, Contact”." },
    { code: "pdf_changed", weight: "fault", side: "mentee", text: "The file was changed after Priya Shah signed it." },
  ],
  signers: valid.signers.map((signer) => ({ ...signer, pdfSignature: false })),
  differing: ["Area 5, Contact"],
};

const foreign: Verified = {
  ...valid,
  file: "holiday.pdf",
  size: "500 MB",
  verdict: "cannot_tell",
  title: "Cannot be told",
  code: "too_large",
  sentence: {
    happened: "This file has 500 MB. A signed agreement is far smaller, so it was not read.",
    safe: "Nothing was changed: Fairlead only looked at the file.",
    next: "Choose the PDF that Fairlead saved when both had signed.",
  },
  findings: [{ code: "too_large", weight: "doubt", side: null, text: "This file has 500 MB. A signed agreement is far smaller, so it was not read." }],
  agreement: null,
  fingerprint: null,
  words: [],
  signers: [],
  record: [],
};

export const verdicts = { valid, changed, foreign };

/** A window on which this file was dropped, and in whose dialog the next ones are chosen. */
export function verifyDesk(dropped: Verified | null, ...chosen: (Verified | null)[]): { asked: string[]; answer: Answerer } {
  const around = product();
  const asked: string[] = [];
  const rest = [...chosen];
  let waiting = dropped;
  return {
    asked,
    answer: (name, request) => {
      if (name === "verify_dropped") {
        const one = waiting;
        waiting = null;
        return one;
      }
      if (name !== "verify_file") return around.answer(name, request);
      asked.push(name);
      return rest.shift() ?? null;
    },
  };
}
