/** The page that verifies signed papers. */
export { Verify } from "./Verify";
