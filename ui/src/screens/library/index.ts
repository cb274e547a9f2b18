/** The pages of templates, fetched together. */
export { Library } from "./Library";
export { Template } from "./Template";
