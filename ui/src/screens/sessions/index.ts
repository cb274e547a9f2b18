export { Sessions } from "./Sessions";
