/** The agreement's pages, fetched together. */
export { Contents } from "./Contents";
export { Document } from "./Document";
export { Section } from "./Section";
export { Sheet } from "./Sheet";
export { Suggestions } from "./Suggestions";
