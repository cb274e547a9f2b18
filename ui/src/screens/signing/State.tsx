import { LinkButton } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { signingWords } from "../../words/signing";

const say = signingWords.state;

/** How far the signatures are, and the way on: on the agreement's own pages and on the relationship's. */
export function Signed({ relationship: id, brief }: { relationship: string; brief?: boolean }) {
  const view = useQuery("version.list", { relationship: id }).value.value;
  if (view === undefined) return null;
  const { draft } = view;
  const waiting = view.versions.find((each) => each.state === "waiting" && each.people.some((person) => person.signature !== null));
  const signed = view.versions.find((each) => each.state === "signed");
  const changed = draft.changes !== null && draft.changes > 0;
  return (
    <section class={brief === true ? "stack tight" : "card signing-state"} aria-label={say.label}>
      {waiting !== undefined ? <p><span class="pill open wrap">{waiting.words}</span></p> : null}
      {signed !== undefined ? <p><span class="pill agreed wrap">{signed.words}</span></p> : waiting === undefined ? <p><span class="pill">{say.none}</span></p> : null}
      {brief === true ? null : (
        <>
          {waiting !== undefined ? <p>{say.half(waiting.number)}</p> : signed === undefined ? <p>{say.noneBody}</p> : changed ? <p>{say.differs(draft.changes ?? 0, signed.number, draft.number)}</p> : <p>{say.next(draft.number)}</p>}
          <div class="row">
            {waiting !== undefined ? (
              <LinkButton href={href("sign", { id })}>{say.goOn}</LinkButton>
            ) : signed === undefined ? (
              <LinkButton href={href("sign", { id })}>{say.go}</LinkButton>
            ) : changed ? (
              <>
                <LinkButton href={href("sign", { id })}>{say.goNext(draft.number)}</LinkButton>
                <LinkButton href={href("compare", { id, from: String(signed.number), to: "draft" })} kind="quiet">{say.changes}</LinkButton>
              </>
            ) : null}
            {signed !== undefined ? <LinkButton href={href("version", { id, version: String(signed.number) })} kind="quiet">{say.read(signed.number)}</LinkButton> : null}
            {view.versions.length > 0 ? <LinkButton href={href("versions", { id })} kind="quiet">{say.versions}</LinkButton> : null}
          </div>
        </>
      )}
    </section>
  );
}
