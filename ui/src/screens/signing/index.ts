/** The pages of signing, fetched together. */
export { Sign } from "./Sign";
