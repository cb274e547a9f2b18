/** The way back of one deed, for its toast. */
import { flush } from "../../autosave";
import { deedsOf, type Place, undo } from "../../frame/deeds";
import { toast } from "../../parts";
import { words } from "../../words";

/**
 * Remembers the deed that was just done, and answers how to take back that one and no other:
 * the toast may still stand there when something else was done since.
 */
export async function undoIn(place: Place): Promise<() => Promise<void>> {
  const { back } = await deedsOf(place);
  return async () => {
    await flush();
    if ((await deedsOf(place)).back === back) await undo(place);
    else toast(words.agreement.cannotUndoThat);
  };
}

/** As above, in a relationship. */
export const undoThis = (relationship: string): Promise<() => Promise<void>> => undoIn({ relationship });
