/** The pages of looking back, fetched together. */
export { Checkup } from "./Checkup";
export { LookingBack } from "./LookingBack";
export { Mentor } from "./Mentor";
export { MidPoint } from "./MidPoint";
export { ObstacleMeeting } from "./ObstacleMeeting";
export { RevisitPages } from "./RevisitPages";
