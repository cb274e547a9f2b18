import { useEffect, useState } from "preact/hooks";
import { type ApiError, apiError, shell, type Standing } from "../../ipc";
import { Button, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { reminderWords } from "../../words/reminders";

const say = reminderWords.ask;

/** Asks once, when the first reminder has a date, whether Fairlead starts with the computer: it reminds nobody while it does not run. */
export function AskBackground() {
  const [standing, setStanding] = useState<Standing | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const unasked = standing?.atLogin === null;
  const reminders = useQuery("reminder.list", unasked ? {} : null).value.value;
  useEffect(() => {
    // Without an answer nothing is asked: the settings can be found as well.
    shell.standing().then(setStanding, () => undefined);
  }, []);
  const some = reminders !== undefined && reminders.now.length + reminders.later.length > 0;
  if (!unasked || !some) return null;
  const answer = (on: boolean): void => {
    shell.startAtLogin(on).then(
      (now) => {
        setStanding(now);
        toast(on ? say.done : say.left);
      },
      (error: unknown) => setTrouble(apiError(error)),
    );
  };
  return (
    <section class="stack" aria-labelledby="ask-background">
      <h2 id="ask-background" class="label">{reminderWords.computer}</h2>
      <article class="card" aria-label={say.title}>
        <h3>{say.title}</h3>
        <p>{say.body}</p>
        {trouble !== null ? <Trouble error={trouble} /> : null}
        <div class="row">
          <Button onClick={() => answer(true)}>{say.yes}</Button>
          <Button kind="quiet" onClick={() => answer(false)}>{say.no}</Button>
        </div>
      </article>
    </section>
  );
}
