/** The pages of the settings, fetched together. */
export { DataSettings } from "./Data";
export { DisplaySettings } from "./Display";
export { ProfileSettings } from "./Profile";
export { ReminderSettings } from "./Reminders";
export { SecuritySettings } from "./Security";
