import { useRef } from "preact/hooks";
import type { ChannelKind, ChannelView, ContactSide, ReplyPromise, ReplyUnit } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, NumberField, OrderedList, RadioSet, TextField, toast } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { HistoryButton } from "../agreement/History";
import { removeRow, RowDeeds, RowForm, useEditing } from "../agreement/Rows";

const say = words.contact;
const ADDING = "new";
/** Skype is kept where somebody has it, and offered to nobody. */
const KINDS: readonly ChannelKind[] = ["video_call", "email", "text", "phone", "mobile", "messaging", "in_person", "other"];

/** The ways to reach one person, best first (R11), each with its promise of an answer (R73). */
export function Channels({ relationship, half }: { relationship: string; half: ContactSide }) {
  const rows = useEditing();
  const made = useRef<string | null>(null);
  const shown = half.channels.filter((each) => !(rows.editing === ADDING && each.id === made.current));
  const label = say.addFor(half.name);
  return (
    <fieldset class="field question" ref={rows.box}>
      <legend class="unseen">{say.methods}: {half.name}</legend>
      {shown.length === 0 && rows.editing !== ADDING && half.ask === null ? <p class="quiet">{half.owner ? say.none : say.noneOf(half.name)}</p> : null}
      {shown.length > 0 ? (
        <OrderedList
          label={`${say.methods}: ${half.name}`}
          items={shown}
          keyOf={(each) => each.id}
          nameOf={(each) => each.name}
          onMove={(each, to) => {
            saving(() => call("channel.move", { relationship, channel: each.id, position: to + 1 })).catch((error: unknown) => toast(apiError(error).message));
          }}
        >
          {(each) =>
            rows.editing === each.id ? (
              <ChannelForm relationship={relationship} half={half} channel={each} onDone={() => rows.close(each.id)} />
            ) : (
              <div class="entry stack tight">
                <p>
                  <strong>{each.name}</strong>{each.address !== "" ? <>{": "}<bdi>{each.address}</bdi></> : null}
                  {each.note !== "" ? <><br /><span class="small">{each.note}</span></> : null}
                  {each.promise !== null ? <><br /><span class="small quiet">{say.answers(each.promise)}</span></> : null}
                </p>
                <RowDeeds id={each.id} name={each.name} onEdit={() => rows.open(each.id)} onRemove={() => removeRow(relationship, each.name, () => call("channel.remove", { relationship, channel: each.id }))} />
              </div>
            )
          }
        </OrderedList>
      ) : null}
      {rows.editing === ADDING ? (
        <ChannelForm
          relationship={relationship}
          half={half}
          channel={null}
          onMade={(id) => { made.current = id; }}
          onDone={() => {
            made.current = null;
            rows.close(ADDING);
          }}
        />
      ) : (
        <div class="row" data-opens={ADDING}>
          <Button compact label={label} onClick={() => rows.open(ADDING)}>{say.add}</Button>
          {half.channels.length > 0 ? <HistoryButton relationship={relationship} subject={{ of: "answer", field: "area.1.channels", side: half.side }} label={`${say.methods}: ${half.name}`} /> : null}
        </div>
      )}
    </fieldset>
  );
}

/** How a promise is chosen: none, the same day, so many hours, so many days. */
type Way = "none" | "same_day" | ReplyUnit;
const wayOf = (reply: ReplyPromise | null): Way => (reply === null ? "none" : reply.count === 0 ? "same_day" : reply.unit);

interface Written {
  kind: ChannelKind | null;
  label: string;
  address: string;
  note: string;
  reply: ReplyPromise | null;
}

function ChannelForm(props: { relationship: string; half: ContactSide; channel: ChannelView | null; onMade?: (id: string) => void; onDone: () => void }) {
  const { relationship, half, channel } = props;
  const id = useRef(channel?.id ?? null);
  const people = useQuery("relationship.get", { relationship }).value.value;
  const person = half.side === "mentor" ? people?.mentor : people?.mentee;
  const draft = useDraft<Written>(
    `channel:${relationship}:${half.side}:${channel?.id ?? ADDING}`,
    { kind: channel?.kind ?? null, label: channel?.label ?? "", address: channel?.address ?? "", note: channel?.note ?? "", reply: channel?.reply ?? null },
    async ({ kind, label, address, note, reply }) => {
      // Nothing was chosen yet: there is nothing to keep.
      if (kind === null) return;
      if (id.current !== null) await call("channel.change", { relationship, channel: id.current, kind, label, address, note, reply, noPromise: reply === null });
      else {
        const answer = await call("channel.add", { relationship, side: half.side, kind, label, address, note, reply });
        id.current = answer.id;
        if (answer.id !== null) props.onMade?.(answer.id);
      }
    },
    channel,
  );
  const value = draft.value.value;
  const problem = draft.problem.value;
  const at = (field: string): string | null => (problem?.field === field ? problem.message : null);
  const edit = (change: Partial<Written>): void => draft.edit({ ...draft.value.peek(), ...change });
  const leave = (): void => void draft.leave();
  const kinds = value.kind === "skype" ? [...KINDS, "skype" as const] : KINDS;
  const way = wayOf(value.reply);
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) props.onDone(); })}>
      <RadioSet
        legend={say.kind}
        look="across"
        error={at("kind")}
        options={kinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
        value={value.kind}
        onChange={(kind) => {
          // What is known of the person is not asked again.
          const known = kind === "email" ? person?.email : kind === "phone" || kind === "mobile" || kind === "text" ? person?.phone : "";
          const before = draft.value.peek();
          edit({ kind, address: before.address === "" ? (known ?? "") : before.address });
          leave();
        }}
      />
      {value.kind === "messaging" || value.kind === "other" || value.label !== "" ? <TextField label={say.label} hint={say.labelHint} optional value={value.label} error={at("label")} onInput={(label) => edit({ label })} onLeave={leave} /> : null}
      <TextField label={value.kind === "email" ? say.email : say.address} optional spellcheck={false} type={value.kind === "email" ? "email" : "text"} value={value.address} error={at("address")} onInput={(address) => edit({ address })} onLeave={leave} />
      <TextField label={say.note} hint={say.noteHint} optional value={value.note} error={at("note")} onInput={(note) => edit({ note })} onLeave={leave} />
      <RadioSet<Way>
        legend={say.promise}
        hint={say.promiseHint}
        look="across"
        options={(["none", "same_day", "hours", "days"] as const).map((each) => ({ value: each, label: say.promises[each] }))}
        value={way}
        onChange={(next) => {
          edit({ reply: next === "none" ? null : next === "same_day" ? { count: 0, unit: "days" } : { count: next === "hours" ? 4 : 2, unit: next } });
          leave();
        }}
      />
      {value.reply !== null && (way === "hours" || way === "days") ? (
        <NumberField
          label={say.count[way]}
          unit={say.units[way]}
          min={1}
          max={way === "hours" ? 72 : 30}
          error={at("reply")}
          value={value.reply.count}
          onChange={(count) => {
            if (count !== null) edit({ reply: { count, unit: way } });
          }}
          onLeave={leave}
        />
      ) : null}
      {problem !== null && problem.field === null ? <p class="error">{problem.message}</p> : null}
    </RowForm>
  );
}
