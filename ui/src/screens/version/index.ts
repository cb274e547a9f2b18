/** The pages of versions and keys, fetched together. */
import "../../styles/signing.css";
export { Compare } from "./Compare";
export { KeyPage } from "./Keys";
export { Version } from "./Version";
export { Versions } from "./Versions";
