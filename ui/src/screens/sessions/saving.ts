import { saving } from "../../autosave";
import { apiError, call, shell } from "../../ipc";
import { toast } from "../../parts";
import { sessionsWords as say } from "../../words/sessions";

/** Asks where to save the calendar file of all sessions, or of one; imported again, it changes what is there. */
export function saveCalendar(relationship: string, session: string | null = null): void {
  const save = async (): Promise<void> => {
    const file = await call("calendar.sessions", { relationship, session });
    const saved = await shell.saveText(file.name, file.text);
    if (saved !== null) toast(say.saved(saved.name, saved.folder));
  };
  save().catch((error: unknown) => toast(apiError(error).message));
}

/** The same for the programme's events: all of them with the day of the talk, or those of which the supervisor may know, for the supervisor. */
export function saveEvents(relationship: string, whose: "own" | "supervisor"): void {
  const save = async (): Promise<void> => {
    const file = await call(whose === "own" ? "calendar.events" : "calendar.supervisor", { relationship });
    const saved = await shell.saveText(file.name, file.text);
    if (saved !== null) toast(say.saved(saved.name, saved.folder));
  };
  save().catch((error: unknown) => toast(apiError(error).message));
}

/** Does something at one press; a refusal is told where the eye is. */
export function press(action: () => Promise<unknown>, done?: string): void {
  saving(action).then(
    () => {
      if (done !== undefined) toast(done);
    },
    (error: unknown) => toast(apiError(error).message),
  );
}
