import type { Snooze } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { toast } from "../../parts";
import { words } from "../../words";

const say = words.reminder;
const lengths: readonly Snooze[] = ["hour", "tomorrow", "three_days", "next_week"];

/** When a reminder may come back, or that it need not. The date it is about stays. */
export function Snoozing(props: { reminder: string; about: string }) {
  const { reminder } = props;
  const run = (action: () => Promise<unknown>, done: string): void => {
    saving(action).then(() => toast(done), (error: unknown) => toast(apiError(error).message));
  };
  return (
    <div class="chips" role="group" aria-label={say.snoozing(props.about)}>
      <span class="quiet small" aria-hidden="true">{say.putOff}</span>
      {lengths.map((until) => (
        <button key={until} type="button" class="chip" onClick={() => run(() => call("reminder.snooze", { reminder, until }), say.snoozed(say.lengths[until]))}>{say.lengths[until]}</button>
      ))}
      <button type="button" class="btn quiet compact" onClick={() => run(() => call("reminder.dismiss", { reminder }), say.dismissed)}>{say.dismiss}</button>
    </div>
  );
}
