import { saving } from "../../autosave";
import { apiError } from "../../ipc";
import { toast } from "../../parts";

/** Does something at one press; a refusal is told where the eye is. Answers what came back, or nothing. */
export function press<T>(action: () => Promise<T>, then?: (answer: T) => void): void {
  let answer: T | undefined;
  saving(async () => {
    answer = await action();
  }).then(
    () => then?.(answer as T),
    (error: unknown) => toast(apiError(error).message),
  );
}
