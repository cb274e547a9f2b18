/** The first meeting and the page of the supervisor, fetched together. */
export { FirstMeeting } from "./FirstMeeting";
export { Supervisor } from "./Supervisor";
