import { useEffect, useState } from "preact/hooks";
import { ApiError, apiError, call, shell, type Standing } from "../../ipc";
import { Button, Checkbox, Notice, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { reminderWords as say } from "../../words/reminders";

/** What of the reminders belongs to this computer: whether they are shown, paused, and begin with it. */
export function BackgroundSettings() {
  return (
    <section class="stack" aria-labelledby="computer">
      <h2 id="computer">{say.computer}</h2>
      <Trial />
      <Pause />
      <AtLogin />
    </section>
  );
}

/** A notification on trial, and an honest word on how it went. */
function Trial() {
  const [told, setTold] = useState<string | ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const run = (): void => {
    setBusy(true);
    setTold(null);
    shell
      .tryNotification()
      .then((confirmed) => setTold(confirmed ? say.tried : say.untold), (error: unknown) => setTold(apiError(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div class="row"><Button off={busy} onClick={run}>{say.try}</Button></div>
      <div role="status">{typeof told === "string" ? <Notice>{told}</Notice> : null}</div>
      {told instanceof ApiError ? <Trouble error={told} /> : null}
    </>
  );
}

function Pause() {
  const query = useQuery("reminder.pauses", {});
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const paused = query.value.value?.today;
  if (paused === undefined) return query.error.value === null ? null : <Trouble error={query.error.value} onRetry={() => void query.ask()} />;
  const change = (today: boolean): void => {
    setTrouble(null);
    call("reminder.pause", { today }).catch((error: unknown) => setTrouble(apiError(error)));
  };
  return (
    <>
      <p role="status">{paused ? say.paused : ""}</p>
      <div class="row"><Button onClick={() => change(!paused)}>{paused ? say.resume : say.pause}</Button></div>
      {trouble !== null ? <Trouble error={trouble} /> : null}
    </>
  );
}

function AtLogin() {
  const [standing, setStanding] = useState<Standing | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const take = (asked: Promise<Standing>): void => {
    setTrouble(null);
    asked.then(setStanding, (error: unknown) => setTrouble(apiError(error)));
  };
  useEffect(() => take(shell.standing()), []);
  return (
    <>
      {standing !== null ? (
        <>
          <Checkbox label={say.atLogin} about={standing.tray ? say.atLoginTray : say.atLoginBar} checked={standing.atLogin === true} onChange={(on) => take(shell.startAtLogin(on))} />
          <p class="quiet small">{standing.tray ? say.tray : say.noTray}</p>
        </>
      ) : null}
      {trouble !== null ? <Trouble error={trouble} /> : null}
    </>
  );
}
