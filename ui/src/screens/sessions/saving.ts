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

/** Does something at one press; a refusal is told where the eye is. */
export function press(action: () => Promise<unknown>, done?: string): void {
  saving(action).then(
    () => {
      if (done !== undefined) toast(done);
    },
    (error: unknown) => toast(apiError(error).message),
  );
}
