import { words } from "../words";

/** Which side of a relationship somebody is on. */
export type Side = "mentor" | "mentee";

/** A person: solid and round for the mentor, dashed and square for the mentee, so that the mark reads in black and white too. */
export function Who(props: { name: string; side: Side; withSide?: boolean; /** What their programme calls this side, where several programmes stand on one page. */ called?: string }) {
  const initial = [...props.name.trim()][0]?.toUpperCase() ?? "?";
  return (
    <span class={`who ${props.side}`}>
      <span class="mark" aria-hidden="true">{initial}</span>
      <span><bdi>{props.name}</bdi>{props.withSide === false ? null : <span class="side"> {props.called ?? words.side[props.side]}</span>}</span>
    </span>
  );
}

/** Where two people stand with a section. Shape and words, not colour alone. */
export function Standing(props: { standing: "agreed" | "open" | "not_for_us" | "untouched" }) {
  const look = { agreed: "agreed", open: "open", not_for_us: "aside", untouched: "" }[props.standing];
  return <span class={`pill ${look}`}>{words.standing[props.standing]}</span>;
}
