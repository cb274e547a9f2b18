/** The pages beside Today, fetched together once the first screen stands. */
export { AskBackground } from "./reminder/AskBackground";
export { Help } from "./help/Help";
export { NewRelationship } from "./relationship/New";
export { Overview } from "./relationship/Overview";
export { People } from "./person/People";
export { Relationships } from "./relationship/Relationships";
export { Reminders } from "./reminder/Reminders";
export { Setup } from "./relationship/Setup";
