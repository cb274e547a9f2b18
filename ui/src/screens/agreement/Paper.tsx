import type { ComponentChildren } from "preact";
import type { Block, Cell, Content, Item, PaperDocument, Run, SignatureBox, Table } from "../../api";
import { words } from "../../words";

const say = words.agreement.document;

/** What may stand beside a heading or the first cell of a row: the way to the questions behind it. */
export type Beside = (number: string | null, text: string) => ComponentChildren;

/** The paper on the screen: the same document that the press sets, in the same order. */
export function Paper({ document, beside }: { document: PaperDocument; beside: Beside }) {
  return (
    <div class="paper" lang={document.metadata.language}>
      <div class="running small"><span>{document.header.left}</span>{document.header.draft !== null ? <strong>{document.header.draft}</strong> : null}<span>{document.header.right}</span></div>
      <Blocks blocks={document.blocks} beside={beside} />
      <div class="running small"><span>{document.footer.before}</span><span>{document.footer.after}</span></div>
    </div>
  );
}

function Blocks({ blocks, beside }: { blocks: readonly Block[]; beside: Beside }) {
  return <>{blocks.map((block, index) => <One key={index} block={block} beside={beside} />)}</>;
}

function One({ block, beside }: { block: Block; beside: Beside }) {
  switch (block.kind) {
    case "title":
      return <header class="title"><h2>{block.text}</h2>{block.under !== "" ? <p>{block.under}</p> : null}</header>;
    case "heading":
      return <Heading level={block.level} number={block.number} text={block.text} beside={beside} />;
    case "paragraph":
    case "list":
    case "checkbox":
    case "lines":
      return <Piece content={block} />;
    case "facts":
      return <dl class="facts">{block.facts.map((fact, index) => <div key={index} class="pairing"><dt>{fact.label}</dt><dd><Runs runs={fact.value} /></dd></div>)}</dl>;
    case "table":
      return <Grid table={block} beside={beside} />;
    case "signatures":
      return <div class="signatures">{block.boxes.map((box) => <Signature key={box.role} box={box} />)}</div>;
    case "rule":
      return <hr class={block.line} />;
    case "pageBreak":
      return null;
    case "keepTogether":
      return <Blocks blocks={block.blocks} beside={beside} />;
  }
}

/** The page has the first level to itself and the paper's title the second. */
function Heading({ level, number, text, beside }: { level: number; number: string | null; text: string; beside: Beside }) {
  const inside = <>{number !== null ? <><span class="number">{number}</span>{" "}</> : null}<span>{text}</span></>;
  const link = beside(number, text);
  const heading = level <= 1 ? <h3>{inside}</h3> : level === 2 ? <h4>{inside}</h4> : level === 3 ? <h5>{inside}</h5> : <h6>{inside}</h6>;
  return link === null ? heading : <div class="headed">{heading}{link}</div>;
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
  }
}

const item = (each: Item, index: number) => <li key={index}>{each.content.map((content, at) => <Piece key={at} content={content} />)}</li>;

/** The text of a cell's first paragraph, by which a row is found. */
function firstLine(cell: Cell | undefined): string {
  const first = cell?.content[0];
  return first?.kind === "paragraph" ? first.runs.map((run) => run.text).join("") : "";
}

function Grid({ table, beside }: { table: Table; beside: Beside }) {
  return (
    <table>
      {table.caption !== "" ? <caption>{table.caption}</caption> : null}
      <thead>
        <tr>{table.head.map((cell, index) => <th key={index} scope="col" class={table.columns[index]?.align}><Inside cell={cell} /></th>)}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.cells.map((cell, at) =>
              at === 0 && table.rowHeads ? (
                <th key={at} scope="row"><Inside cell={cell} />{beside(null, firstLine(cell))}</th>
              ) : (
                <td key={at} class={table.columns[at]?.align}><Inside cell={cell} /></td>
              ),
            )}
          </tr>
        ))}
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
      <dl>{box.lines.map((line) => <div key={line.label}><dt class="small">{line.label}</dt><dd>{line.value === "" ? <span class="unseen">{say.toWrite}</span> : line.value}</dd></div>)}</dl>
    </div>
  );
}
