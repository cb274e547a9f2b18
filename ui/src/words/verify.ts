/** Words of the page that verifies signed papers. The verdict itself is worded by Rust. */
import { spoken } from "../spoken";
import { words } from "../words";

export const verifyWords = spoken({
  title: words.verify.title,
  lead: "Is this PDF the agreement that two people signed, to the letter and to the page?",
  choose: "Choose a PDF",
  another: "Check another PDF",
  hint: "Or drop the file anywhere on this window. Fairlead only looks at it: nothing is taken in, and nothing leaves this computer.",
  how: "How this works",
  howLines: [
    "The signed PDF carries the text of the agreement and the signatures as files. Fairlead works everything out again from them: the fingerprint, both signatures under the text, and the two signatures of the PDF itself.",
    "Then it sets the pages anew and compares them with the file, byte for byte. The words on the pages are never believed by themselves.",
    "A key shows that somebody with that key signed. Whose key it is, you know from your own computer, or by comparing its four words with the person.",
  ],
  looking: "Looking at the file",
  found: (title: string) => `Done. ${title}.`,
  reasons: "What else was found",
  signers: "Who signed",
  key: "Key in four words",
  signed: "Signed",
  kind: "How",
  text: "Signature under the text",
  pdf: "Signature of the PDF",
  holds: "holds",
  fails: "does not hold",
  agreement: "The agreement",
  version: (number: number, between: string) => `Version ${number}, between ${between}`,
  frozen: "Text fixed",
  differing: "Where the text differs",
  spoken: "Fingerprint in four words",
  digits: "SHA-256 of the text",
  details: "Technical details",
  file: "File",
  size: "Size",
  record: "What happened before signing, as the file tells it",
  open: "Open this relationship",
} as const);
