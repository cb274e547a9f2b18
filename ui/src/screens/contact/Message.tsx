import { useState } from "preact/hooks";
import type { MessageDraft } from "../../api";
import { type ApiError, apiError, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Dialog, TextArea, TextField, Trouble } from "../../parts";
import { stayingWords } from "../../words/staying";

const say = stayingWords.message;

/** A message to be read and changed, then opened in the person's own mail program after a question, or copied (B2). */
export function Message({ draft, onSent }: { draft: MessageDraft; onSent?: () => void }) {
  const [to, setTo] = useState(draft.to);
  const [subject, setSubject] = useState(draft.subject);
  const [text, setText] = useState(draft.text);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const run = (deed: Promise<unknown>, words: string): void => {
    setTrouble(null);
    deed.then(
      () => {
        setTold(words);
        announce(words);
      },
      (error: unknown) => setTrouble(apiError(error)),
    );
  };
  return (
    <div class="stack message">
      {to === "" ? <p class="small">{say.noAddress}</p> : null}
      <TextField label={say.to} type="email" value={to} onInput={setTo} />
      <TextField label={say.subject} value={subject} onInput={setSubject} />
      <TextArea label={say.text} value={text} onInput={setText} />
      {trouble !== null ? <Trouble error={trouble} /> : null}
      <div class="row">
        <Button reads kind="primary" onClick={() => setAsking(true)}>{say.mail}</Button>
        <Button reads onClick={() => run(shell.copyText(text), say.copied)}>{say.copy}</Button>
        {told !== null && onSent !== undefined ? <Button onClick={onSent}>{say.logged}</Button> : null}
      </div>
      {told !== null ? <p class="small" role="status">{told}</p> : null}
      <Dialog open={asking} title={say.confirm} narrow onClose={() => setAsking(false)}>
        <p>{say.confirmBody}</p>
        <p class="small"><bdi>{to}</bdi></p>
        <p class="small"><bdi>{subject}</bdi></p>
        <div class="row">
          <Button
            reads
            kind="primary"
            onClick={() => {
              setAsking(false);
              run(shell.openMail(to, subject, text), say.opened);
            }}
          >
            {say.yes}
          </Button>
          <Button reads onClick={() => setAsking(false)}>{say.no}</Button>
        </div>
      </Dialog>
    </div>
  );
}
