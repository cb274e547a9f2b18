/** The pages of the end, fetched together. */
export { Closing } from "./Closing";
export { Deletion } from "./Deletion";
export { Ending } from "./Ending";
