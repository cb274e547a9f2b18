/** Words of the agreement as a paper and of the living sheet; part of the one catalogue in words.ts. */
export const documentWords = {
  title: "Document",
  lead: "This is the paper as it will be printed. Press a text to change it where it stands.",
  save: "Save as PDF",
  saving: "Making the PDF…",
  size: "Paper",
  saved: (name: string, folder: string) => (folder === "" ? `Saved: ${name}` : `Saved: ${name}, in the folder ${folder}`),
  open: "Open",
  show: "Show in folder",
  change: "Change",
  changeOf: (title: string) => `Change: ${title}`,
  changing: (title: string) => `You are changing “${title}”. It is kept as you type.`,
  done: "Done",
  doneOf: (title: string) => `Done: ${title}`,
  guidance: "With guidance and examples",
  guidanceOf: (title: string) => `With guidance and examples: ${title}`,
  goals: "Goals and milestones are written one by one.",
  ticked: "Ticked:",
  unticked: "Not ticked:",
  toWrite: "Room to write by hand",
};

export const sheetWords = {
  title: "What we agreed",
  lead: "What you two have decided by now, in short. It changes with the agreement.",
  open: "Open",
  openOf: (title: string) => `Open: ${title}`,
};
