/** The pages of signing, fetched together. */
import "../../styles/signing.css";
export { Sign } from "./Sign";
