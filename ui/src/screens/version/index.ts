/** The pages of versions and keys, fetched together. */
export { Compare } from "./Compare";
export { KeyPage } from "./Keys";
export { Version } from "./Version";
export { Versions } from "./Versions";
