import type { ComponentChildren } from "preact";
import type { Block, Cell, Content, Drawing, Item, PaperDocument, Run, SignatureBox, Table } from "../../api";
import { Picture } from "../../parts";
import { words } from "../../words";
import type { FindPlace, Place } from "./places";

const say = words.agreement.document;

/** What a screen does with the sections on its paper. */
export interface Places {
  find: FindPlace;
  /** Stands beside a section's heading. */
  beside: (place: Place) => ComponentChildren;
  /** Stands in place of a section's text; null where its own text does. */
  instead?: (place: Place) => ComponentChildren | null;
  /** Stands below a section's text. */
  after?: (place: Place) => ComponentChildren;
  /** A press on a section's text. */
  onPress?: (place: Place, event: MouseEvent) => void;
}

/** The paper on the screen: the same document that the press sets, in the same order. */
export function Paper({ document, places }: { document: PaperDocument; places: Places }) {
  return (
    <div class="paper" lang={document.metadata.language}>
      <div class="running small"><span>{document.header.left}</span>{document.header.draft !== null ? <strong>{document.header.draft}</strong> : null}<span>{document.header.right}</span></div>
      {pieces(flat(document.blocks), places.find).map(({ place, blocks }, index) =>
        place === undefined ? (
          blocks.map((block, at) => <One key={`${index} ${at}`} block={block} places={places} />)
        ) : (
          <Region key={`${place.key} ${place.heading ?? ""}`} place={place} blocks={blocks} places={places} />
        ),
      )}
      <div class="running small"><span>{document.footer.before}</span><span>{document.footer.after}</span></div>
    </div>
  );
}

/** A screen has no page breaks to keep things together across. */
function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === "keepTogether" ? flat(block.blocks) : [block]));
}

interface Stretch {
  /** The section it belongs to. */
  place: Place | undefined;
  blocks: Block[];
}

/** The blocks in stretches: a section goes from its heading to the next one that is not below it. */
function pieces(blocks: readonly Block[], find: FindPlace): Stretch[] {
  const all: Stretch[] = [];
  let level = 0;
  for (const block of blocks) {
    const last = all.at(-1);
    const heads = block.kind === "heading" ? block.level : block.kind === "signatures" ? 1 : null;
    const place = block.kind === "heading" ? find(block.number, block.text) : undefined;
    if (place !== undefined || last === undefined || (heads !== null && last.place !== undefined && heads <= level)) {
      all.push({ place, blocks: [block] });
      level = heads ?? 0;
    } else last.blocks.push(block);
  }
  return all;
}

/** The rows of a section's own tables belong to the section. */
const nowhere: FindPlace = () => undefined;

/** A section with a heading of its own on the paper. */
function Region({ place, blocks, places }: { place: Place; blocks: readonly Block[]; places: Places }) {
  const [head, ...body] = blocks;
  const instead = places.instead?.(place) ?? null;
  return (
    <div class={`region${instead === null ? "" : " open"}`} data-place={place.key}>
      {head === undefined ? null : <One block={head} places={places} />}
      {instead ?? <div class="text" onClick={(event) => places.onPress?.(place, event)}>{body.map((block, index) => <One key={index} block={block} places={{ ...places, find: nowhere }} />)}</div>}
      {places.after?.(place)}
    </div>
  );
}

function One({ block, places }: { block: Block; places: Places }): ComponentChildren {
  switch (block.kind) {
    case "title":
      return <header class="title"><h2>{block.text}</h2>{block.under !== "" ? <p>{block.under}</p> : null}</header>;
    case "heading":
      return <Heading level={block.level} number={block.number} text={block.text} places={places} />;
    case "paragraph":
    case "list":
    case "checkbox":
    case "lines":
    case "bar":
      return <Piece content={block} />;
    case "facts":
      return <dl class="facts">{block.facts.map((fact, index) => <div key={index} class="pairing"><dt>{fact.label}</dt><dd><Runs runs={fact.value} /></dd></div>)}</dl>;
    case "table":
      return <Grid table={block} places={places} />;
    case "signatures":
      return <div class="signatures">{block.boxes.map((box) => <Signature key={box.role} box={box} />)}</div>;
    case "qrCode":
      return <p class="small">{block.label !== "" ? <>{block.label}<br /></> : null}<code>{block.text}</code></p>;
    case "rule":
      return <hr class={block.line} />;
    case "picture":
      return <Picture png={block.png} words={block.words} />;
    case "pageBreak":
      return null;
    case "keepTogether":
      return <>{flat([block]).map((each, index) => <One key={index} block={each} places={places} />)}</>;
  }
}

/** The page has the first level to itself and the paper's title the second. */
function Heading({ level, number, text, places }: { level: number; number: string | null; text: string; places: Places }) {
  const inside = <>{number !== null ? <><span class="number">{number}</span>{" "}</> : null}<span>{text}</span></>;
  const place = places.find(number, text);
  const heading = level <= 1 ? <h3>{inside}</h3> : level === 2 ? <h4>{inside}</h4> : level === 3 ? <h5>{inside}</h5> : <h6>{inside}</h6>;
  return place === undefined ? heading : <div class="headed">{heading}{places.beside(place)}</div>;
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, index) => {
        const text = run.language === null ? run.text : <span lang={run.language}>{run.text}</span>;
        const slanted = run.italic ? <em>{text}</em> : text;
        return run.bold ? <strong key={index}>{slanted}</strong> : <span key={index}>{slanted}</span>;
      })}
    </>
  );
}

function Piece({ content }: { content: Content }) {
  switch (content.kind) {
    case "paragraph":
      return <p class={content.style}><Runs runs={content.runs} /></p>;
    case "list":
      return content.ordered ? <ol>{content.items.map(item)}</ol> : <ul>{content.items.map(item)}</ul>;
    case "checkbox":
      return <p class={`box${content.checked ? " ticked" : ""}`}><span class="unseen">{content.checked ? say.ticked : say.unticked} </span><Runs runs={content.runs} /></p>;
    case "lines":
      return <div class="ruled">{content.label !== "" ? <p class="small">{content.label}</p> : null}{Array.from({ length: Math.min(Math.max(content.count, 1), 200) }, (_, index) => <hr key={index} aria-hidden="true" />)}</div>;
    case "bar":
      return <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect x={content.from} y="0" width={Math.max(content.to - content.from, 10)} height="10" /></svg>;
  }
}

const item = (each: Item, index: number) => <li key={index}>{each.content.map((content, at) => <Piece key={at} content={content} />)}</li>;

const lineOf = (content: Content | undefined): string => (content?.kind === "paragraph" ? content.runs.map((run) => run.text).join("") : "");

function Grid({ table, places }: { table: Table; places: Places }) {
  return (
    <table>
      {table.caption !== "" ? <caption>{table.caption}</caption> : null}
      <thead>
        <tr>{table.head.map((cell, index) => <th key={index} scope="col" class={table.columns[index]?.align}><Inside cell={cell} /></th>)}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => {
          const [first, ...under] = table.rowHeads ? (row.cells[0]?.content ?? []) : [];
          const place = places.find(null, lineOf(first));
          // What each of the two said names its area below the row's own name, and opens where that area stands.
          const away = place === undefined ? under.map((each) => places.find(null, lineOf(each))).find((each) => each !== undefined) : undefined;
          const instead = place === undefined ? null : (places.instead?.(place) ?? null);
          return (
            <tr key={index} class={place === undefined ? undefined : `region${instead === null ? "" : " open"}`} data-place={place?.key}>
              {row.cells.map((cell, at) =>
                at === 0 && table.rowHeads ? (
                  <th key={at} scope="row"><Inside cell={cell} />{place === undefined ? null : places.beside(place)}</th>
                ) : place !== undefined && at === 1 ? (
                  <td key={at} class={table.columns[at]?.align}>{instead ?? <div class="text" onClick={(event) => places.onPress?.(place, event)}><Inside cell={cell} /></div>}{places.after?.(place)}</td>
                ) : (
                  <td key={at} class={table.columns[at]?.align}>
                    {/* Only where a row is a card is the column's name seen, which the head says otherwise. */}
                    {table.rowHeads ? <span class="narrow small" aria-hidden="true">{lineOf(table.head[at]?.content[0])}</span> : null}
                    {away === undefined ? <Inside cell={cell} /> : <div class="text" onClick={(event) => places.onPress?.(away, event)}><Inside cell={cell} /></div>}
                  </td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Inside({ cell }: { cell: Cell }) {
  return <>{cell.content.map((content, index) => <Piece key={index} content={content} />)}</>;
}

function Signature({ box }: { box: SignatureBox }) {
  return (
    <div class={`signature ${box.thread}`}>
      <p><strong>{box.name}</strong><br /><span class="small">{box.role}</span></p>
      <dl>{box.lines.map((line) => <div key={line.label}><dt class="small">{line.label}</dt><dd>{line.drawing !== undefined ? <Drawn drawing={line.drawing} /> : line.value === "" ? <span class="unseen">{say.toWrite}</span> : line.value}</dd></div>)}</dl>
      {box.details?.map((detail) => <p key={detail.label} class="small">{detail.label} <Runs runs={detail.value} /></p>)}
    </div>
  );
}

/** A signature drawn by hand, in the units it was drawn in. */
function Drawn({ drawing }: { drawing: Drawing }) {
  return (
    <svg class="drawn" viewBox={`0 0 ${Math.max(drawing.width, 1)} ${Math.max(drawing.height, 1)}`} role="img" aria-label={drawing.alternative}>
      {drawing.strokes.map((stroke, index) => <polyline key={index} points={stroke.points.map((point) => point.join(",")).join(" ")} />)}
    </svg>
  );
}
