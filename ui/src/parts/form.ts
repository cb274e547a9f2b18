import { useState } from "preact/hooks";
import { saving } from "../autosave";
import { type ApiError, apiError } from "../ipc";
import type { Mistake } from "./Notices";

/** A form that is sent as a whole: what stops it, and whether it is on its way. */
export interface Form {
  mistakes: readonly Mistake[];
  /** A refusal that belongs to no field. */
  trouble: ApiError | null;
  busy: boolean;
  /** The words at a field, named as in the request (its control has the same id). */
  errorOf(field: string): string | null;
  /** Shows mistakes found before asking. Answers whether there were none. */
  check(mistakes: readonly (Mistake | false)[]): boolean;
  /** Runs the action once; a refusal that names a field of this form goes to that field. Answers whether it worked. */
  send(action: () => Promise<unknown>, knows?: (field: string) => boolean): Promise<boolean>;
}

export function useForm(): Form {
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    mistakes,
    trouble,
    busy,
    errorOf: (field) => mistakes.find((each) => each.field === field)?.message ?? null,
    check(list) {
      const found = list.filter((each) => each !== false);
      setMistakes(found);
      setTrouble(null);
      return found.length === 0;
    },
    async send(action, knows = (field) => document.getElementById(field) !== null) {
      if (busy) return false;
      setBusy(true);
      try {
        await saving(action);
        setMistakes([]);
        setTrouble(null);
        return true;
      } catch (refusal) {
        const error = apiError(refusal);
        if (error.field !== null && knows(error.field)) {
          setMistakes([{ field: error.field, message: error.message }]);
          setTrouble(null);
        } else {
          setMistakes([]);
          setTrouble(error);
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
