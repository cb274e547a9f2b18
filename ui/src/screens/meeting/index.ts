export { Bell } from "./Bell";
/** One session before, during and after, and the tasks; fetched together. */
export { SessionPage } from "./SessionPage";
export { Tasks } from "./Tasks";
