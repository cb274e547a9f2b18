import { useState } from "preact/hooks";
import type { AgreementView, PermissionState, PermissionView, Side } from "../../api";
import { saving } from "../../autosave";
import { type ApiError, apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, DateField, RadioSet, TextField } from "../../parts";
import { words } from "../../words";
import { removeRow, useEditing } from "./Rows";
import { namesOf } from "./sections";

const say = words.agreement.permissions;
const ADDING = "new";
const SIDES: readonly Side[] = ["mentee", "mentor"];

/** The log of what may be passed on: asked for, given, refused, withdrawn, each with its day and by whom (R96). */
export function Permissions({ relationship, view, open }: { relationship: string; view: AgreementView; open: boolean }) {
  const rows = useEditing();
  if (!open && view.permissions.length === 0) return null;
  return (
    <fieldset class="question field permissions" ref={rows.box}>
      <legend>{say.title}</legend>
      <p class="hint">{say.hint}</p>
      {view.permissions.length === 0 && rows.editing !== ADDING ? <p class="quiet">{say.none}</p> : null}
      <ul class="milestones bare">
        {view.permissions.map((permission) => (
          <li key={permission.id}>
            <div class="entry">
              <div class="stack tight grow">
                <p><strong>{permission.what}</strong><br /><span class="small">{say.to(permission.whom)}</span></p>
                <p class="small"><span class={`pill permission ${permission.state}`}>{say.states[permission.state]}</span> <span class="quiet">{say.words(permission.name)}</span></p>
                <ol class="small bare" aria-label={say.steps(permission.what)}>
                  {permission.steps.map((step, index) => <li key={index}>{say.step[step.state](step.name, step.date?.words ?? "")}</li>)}
                </ol>
              </div>
              <div class="row" data-opens={permission.id}>
                <Button compact kind="quiet" label={say.nextOf(permission.what)} onClick={() => rows.open(permission.id)}>{say.next}</Button>
                <Button compact kind="quiet" label={words.agreement.removeLine(permission.what)} onClick={() => removeRow(relationship, permission.what, () => call("permission.remove", { relationship, permission: permission.id }))}>{words.agreement.remove}</Button>
              </div>
            </div>
            {rows.editing === permission.id ? <Next relationship={relationship} permission={permission} onDone={() => rows.close(permission.id)} /> : null}
          </li>
        ))}
      </ul>
      {rows.editing === ADDING ? (
        <Add relationship={relationship} view={view} onDone={() => rows.close(ADDING)} />
      ) : (
        <div class="row" data-opens={ADDING}><Button compact onClick={() => rows.open(ADDING)}>{say.add}</Button></div>
      )}
    </fieldset>
  );
}

/** The buttons of a form that is written down as a whole: a log has no half-written lines. */
function Foot({ onWrite, onDone }: { onWrite: () => void; onDone: () => void }) {
  return (
    <div class="row">
      <Button compact kind="primary" onClick={onWrite}>{say.write}</Button>
      <Button compact onClick={onDone}>{words.cancel}</Button>
    </div>
  );
}

/** Escape leaves a form without writing it down. */
const leaving = (onDone: () => void) => (event: KeyboardEvent): void => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  onDone();
};

function Add({ relationship, view, onDone }: { relationship: string; view: AgreementView; onDone: () => void }) {
  const [what, setWhat] = useState("");
  const [whom, setWhom] = useState("");
  const [giver, setGiver] = useState<Side>("mentee");
  const [state, setState] = useState<PermissionState>("given");
  const [on, setOn] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const names = namesOf(view);
  const wrong = (field: string): string | null => (error !== null && error.field === field ? error.message : null);
  const write = (): void => {
    saving(() => call("permission.add", { relationship, what, whom, giver, state, on })).then(
      () => {
        announce(say.written);
        onDone();
      },
      (refusal: unknown) => setError(apiError(refusal)),
    );
  };
  return (
    <div class="row-form stack" data-form onKeyDown={leaving(onDone)}>
      <TextField label={say.what} hint={say.whatHint} value={what} error={wrong("what")} onInput={setWhat} />
      <TextField label={say.whom} hint={say.whomHint} value={whom} error={wrong("whom")} onInput={setWhom} />
      <RadioSet legend={say.giver} hint={say.giverHint} look="across" options={SIDES.map((side) => ({ value: side, label: names[side] }))} value={giver} error={wrong("giver")} onChange={setGiver} />
      <RadioSet legend={say.happened} look="across" options={(["asked", "given"] as const).map((each) => ({ value: each, label: say.states[each] }))} value={state} error={wrong("state") ?? wrong("side")} onChange={setState} />
      <DateField label={say.on} hint={say.onHint} past value={on} error={wrong("on")} onChange={setOn} />
      <Foot onWrite={write} onDone={onDone} />
    </div>
  );
}

function Next({ relationship, permission, onDone }: { relationship: string; permission: PermissionView; onDone: () => void }) {
  const [state, setState] = useState<PermissionState | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const wrong = (field: string): string | null => (error !== null && error.field === field ? error.message : null);
  const write = (): void => {
    if (state === null) return;
    saving(() => call("permission.step", { relationship, permission: permission.id, state, on })).then(
      () => {
        announce(say.written);
        onDone();
      },
      (refusal: unknown) => setError(apiError(refusal)),
    );
  };
  return (
    <div class="row-form stack" data-form onKeyDown={leaving(onDone)}>
      <RadioSet legend={say.happened} look="across" options={permission.next.map((each) => ({ value: each, label: say.states[each] }))} value={state} error={wrong("state") ?? wrong("side")} onChange={setState} />
      <DateField label={say.on} hint={say.onHint} past value={on} error={wrong("on")} onChange={setOn} />
      <Foot onWrite={write} onDone={onDone} />
    </div>
  );
}
