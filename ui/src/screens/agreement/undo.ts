/** The way back of one deed, for its toast. */
import { flush } from "../../autosave";
import { undo } from "../../frame/deeds";
import { call } from "../../ipc";
import { toast } from "../../parts";
import { words } from "../../words";

/**
 * Remembers the deed that was just done, and answers how to take back that one and no other:
 * the toast may still stand there when something else was done since.
 */
export async function undoThis(relationship: string): Promise<() => Promise<void>> {
  const { back } = await call("undo.state", { relationship });
  return async () => {
    await flush();
    const now = await call("undo.state", { relationship });
    if (now.back === back) await undo(relationship);
    else toast(words.agreement.cannotUndoThat);
  };
}
