import { spoken } from "../spoken";

/** Words of files that somebody adds. They come with the pages that have them. */
export const attachmentWords = spoken({
  title: "Files",
  none: "No file yet.",
  add: { profile: "Add a CV or profile", plan: "Add a plan as a file", help: "Add a file" },
  limit: "PDF, picture, text or document, up to 10 MB. It stays on this computer until you tick it.",
  about: (words: string, owner: string, added: string) => `${words}. Added by ${owner} on ${added}.`,
  share: (name: string, other: string) => `Share “${name}” with ${other}`,
  shareHint: "It goes along with the next packet.",
  sharedBy: (owner: string) => `${owner} shared it with you.`,
  notHere: "The file itself has not come to this computer.",
  shared: (name: string) => `Shared: ${name}`,
  kept: (name: string) => `No longer shared: ${name}`,
  added: (name: string) => `Added: ${name}`,
  save: "Save a copy",
  saveOf: (name: string) => `Save a copy: ${name}`,
  remove: "Remove",
  removeOf: (name: string) => `Remove: ${name}`,
  sure: (name: string) => `“${name}” will be gone from Fairlead for good. Undo does not bring it back.`,
  forGood: "Remove for good",
  keep: "Keep it",
  removed: (name: string) => `Removed: ${name}`,
});
