export { ContactPlan } from "./ContactPlan";
