import { useEffect } from "preact/hooks";
import { announce } from "../../live";
import { toast } from "../../parts";
import { useQuery } from "../../query";
import { meetingWords as say } from "../../words/meeting";

/** How often it is asked when the bell rings next, in milliseconds: an hour. Whatever changes a session is heard at once. */
const AGAIN = 3_600_000;
/** A bell that is later than this stays silent, in milliseconds: the computer has slept, and the session is over. */
const LATE = 600_000;

/** Rings on whichever page somebody is when the time kept for feedback begins (R147). */
export function Bell() {
  const query = useQuery("session.bell", {});
  const next = query.value.value?.next ?? null;
  const utc = next?.utc ?? null;
  useEffect(() => {
    const again = setInterval(() => void query.ask(), AGAIN);
    return () => clearInterval(again);
  }, [query]);
  useEffect(() => {
    if (next === null) return;
    const at = Date.parse(next.utc);
    const timer = setTimeout(() => {
      if (Date.now() - at < LATE) ring(say.bell.rings(next.name, next.at));
      void query.ask();
    }, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  }, [query, utc]);
  return null;
}

/** Words, and two soft tones. Where the computer has no sound, the words remain. */
function ring(words: string): void {
  announce(words);
  toast(words);
  if (typeof AudioContext === "undefined") return;
  const sound = new AudioContext();
  [528, 396].forEach((pitch, index) => {
    const tone = sound.createOscillator();
    const loud = sound.createGain();
    const from = sound.currentTime + index * 0.6;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.0001, from);
    loud.gain.exponentialRampToValueAtTime(0.12, from + 0.05);
    loud.gain.exponentialRampToValueAtTime(0.0001, from + 1.4);
    tone.connect(loud).connect(sound.destination);
    tone.start(from);
    tone.stop(from + 1.5);
    if (index === 1) tone.onended = () => void sound.close();
  });
}
