export { Goal } from "./Goal";
export { Journal } from "./Journal";
export { Plan } from "./Plan";
